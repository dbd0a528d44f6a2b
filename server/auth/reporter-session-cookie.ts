import { and, eq, gt } from 'drizzle-orm'
import { cookies } from 'next/headers'
import { claimedReports, reporterSessions } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { now } from '@/server/kernel/clock'
import { getDatabase } from '@/server/kernel/database'
import { sessionDays, sessionHash } from '@/server/reporters/reporter-session'
import { cookieName, cookieOptions } from './cookie-names'

const session = 'my-reports-session'
const choice = 'my-reports-choice'
const maxAgeSeconds = sessionDays * 24 * 60 * 60

/** The secret of the place this browser has open; null: none. */
export const reporterSession = async (): Promise<string | null> =>
  (await cookies()).get(cookieName(session))?.value || null

/** Keeps a reporter's place open in this browser. Only in actions. */
export async function rememberSession(token: string): Promise<void> {
  ;(await cookies()).set(cookieName(session), token, cookieOptions(maxAgeSeconds))
}

/** Closes it, and forgets the report that was chosen there. */
export async function forgetSession(): Promise<void> {
  ;(await cookies()).set(cookieName(session), '', cookieOptions(0))
  await forgetChoice()
}

/** Opens one of the listed reports in this browser, in place of whichever was open. */
export async function chooseReport(reportId: string): Promise<void> {
  const jar = await cookies()
  jar.set(cookieName('receipt'), '', cookieOptions(0))
  jar.set(cookieName(choice), reportId, cookieOptions(maxAgeSeconds))
}

/** Forgets which of several reports the browser looks at. */
export async function forgetChoice(): Promise<void> {
  ;(await cookies()).set(cookieName(choice), '', cookieOptions(0))
}

/** The reporter of the report chosen from this browser's list, as long as it stands on it; else anyone. */
export async function chosenReporter(): Promise<Actor> {
  const token = await reporterSession()
  const reportId = (await cookies()).get(cookieName(choice))?.value
  return token && reportId ? claimedReporter(token, reportId) : { kind: 'anyone' }
}

/** The reporter of a report that was claimed in the place of that session. */
export async function claimedReporter(token: string, reportId: string): Promise<Actor> {
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(reportId)) return { kind: 'anyone' }
  const { db } = await getDatabase()
  const [claimed] = await db
    .select({ reportId: claimedReports.reportId })
    .from(claimedReports)
    .innerJoin(reporterSessions, eq(reporterSessions.accountId, claimedReports.accountId))
    .where(
      and(
        eq(reporterSessions.tokenHash, sessionHash(token)),
        gt(reporterSessions.expiresAt, now()),
        eq(claimedReports.reportId, reportId),
      ),
    )
  return claimed ? { kind: 'reporter', reportId: claimed.reportId } : { kind: 'anyone' }
}
