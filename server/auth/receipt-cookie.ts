import { and, eq, or } from 'drizzle-orm'
import { cookies } from 'next/headers'
import { cache } from 'react'
import { cases, reports, requests } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { cleanText } from '@/lib/text'
import { getDatabase } from '@/server/kernel/database'
import { cookieName, cookieOptions } from './cookie-names'
import { receiptHash } from './receipt-hash'
import { chosenReporter, forgetChoice } from './reporter-session-cookie'

/** How long a browser remembers a receipt: as long as a coordination may last. */
const maxAgeSeconds = 180 * 24 * 60 * 60

/** The reporter whose receipt this browser holds, or who chose a report from their list; else anyone. Asked once per request. */
export const currentReporter = cache(async (): Promise<Actor> => {
  const receipt = (await cookies()).get(cookieName('receipt'))?.value
  return receipt ? reporterOf(receipt) : chosenReporter()
})

/** The reporter of a receipt, spelled as on the page or as typed; anyone when it opens nothing. */
export async function reporterOf(receipt: string): Promise<Actor> {
  const hash = receiptHash(receipt)
  if (!hash) return { kind: 'anyone' }
  const { db } = await getDatabase()
  const [report] = await db.select({ id: reports.id }).from(reports).where(eq(reports.receiptHash, hash))
  return report ? { kind: 'reporter', reportId: report.id } : { kind: 'anyone' }
}

/**
 * The same reporter in the case of that reference: a receipt opens every case its report was split into. Anyone when it is none of them.
 */
export async function reporterIn(reporter: Actor, reference: string): Promise<Actor> {
  if (reporter.kind !== 'reporter') return reporter
  const { db } = await getDatabase()
  const [part] = await db
    .select({ id: reports.id })
    .from(reports)
    .innerJoin(cases, eq(cases.id, reports.caseId))
    .where(
      and(
        eq(cases.reference, cleanText(reference)),
        or(eq(reports.id, reporter.reportId), eq(reports.splitFrom, reporter.reportId)),
      ),
    )
  return part ? { kind: 'reporter', reportId: part.id } : { kind: 'anyone' }
}

/** Whoever asked something of a project with the receipt this browser holds, else anyone. Asked once per request. */
export const currentAsker = cache(async (): Promise<Actor> => {
  const receipt = (await cookies()).get(cookieName('request'))?.value
  return receipt ? askerOf(receipt) : { kind: 'anyone' }
})

/** The holder of a request's receipt, however it was typed; anyone when it opens none. */
export async function askerOf(receipt: string): Promise<Actor> {
  const hash = receiptHash(receipt)
  if (!hash) return { kind: 'anyone' }
  const { db } = await getDatabase()
  const [request] = await db.select({ id: requests.id }).from(requests).where(eq(requests.receiptHash, hash))
  return request ? { kind: 'reporter', reportId: request.id } : { kind: 'anyone' }
}

/** Lets this browser come back to a request without typing its receipt. Only in actions and route handlers. */
export async function rememberRequest(receipt: string): Promise<void> {
  ;(await cookies()).set(cookieName('request'), receipt, cookieOptions(maxAgeSeconds))
}

/** Makes this browser forget the receipt of its request. */
export async function forgetRequest(): Promise<void> {
  ;(await cookies()).set(cookieName('request'), '', cookieOptions(0))
}

/** Lets this browser come back to its report without typing the receipt. Only in actions and route handlers. */
export async function rememberReceipt(receipt: string): Promise<void> {
  ;(await cookies()).set(cookieName('receipt'), receipt, cookieOptions(maxAgeSeconds))
}

/** Makes this browser forget the receipt. */
export async function forgetReceipt(): Promise<void> {
  ;(await cookies()).set(cookieName('receipt'), '', cookieOptions(0))
  await forgetChoice()
}
