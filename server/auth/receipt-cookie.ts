import { eq } from 'drizzle-orm'
import { cookies } from 'next/headers'
import { cache } from 'react'
import { reports } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { getDatabase } from '@/server/kernel/database'
import { cookieName, cookieOptions } from './cookie-names'
import { receiptHash } from './receipt-hash'

/** How long a browser remembers a receipt: as long as a coordination may last. */
const maxAgeSeconds = 180 * 24 * 60 * 60

/** The reporter whose receipt this browser holds, else anyone. Asked once per request. */
export const currentReporter = cache(async (): Promise<Actor> => {
  const receipt = (await cookies()).get(cookieName('receipt'))?.value
  return receipt ? reporterOf(receipt) : { kind: 'anyone' }
})

/** The reporter of a receipt, spelled as on the page or as typed; anyone when it opens nothing. */
export async function reporterOf(receipt: string): Promise<Actor> {
  const hash = receiptHash(receipt)
  if (!hash) return { kind: 'anyone' }
  const { db } = await getDatabase()
  const [report] = await db.select({ id: reports.id }).from(reports).where(eq(reports.receiptHash, hash))
  return report ? { kind: 'reporter', reportId: report.id } : { kind: 'anyone' }
}

/** Lets this browser come back to its report without typing the receipt. Only in actions and route handlers. */
export async function rememberReceipt(receipt: string): Promise<void> {
  ;(await cookies()).set(cookieName('receipt'), receipt, cookieOptions(maxAgeSeconds))
}

/** Makes this browser forget the receipt. */
export async function forgetReceipt(): Promise<void> {
  ;(await cookies()).set(cookieName('receipt'), '', cookieOptions(0))
}
