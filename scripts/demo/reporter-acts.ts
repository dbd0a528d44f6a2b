import { eq } from 'drizzle-orm'
import { reports } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { receiptHash } from '@/server/auth/receipt-hash'
import { remindTeam } from '@/server/reports/remind-team'
import { replyAsReporter } from '@/server/reports/reply-as-reporter'
import { given } from './desk'
import type { Act, Course } from './play'

/** Whoever sent the case's first report, as their receipt makes them known. */
async function reporter({ desk, receipts }: Course): Promise<Actor> {
  const hash = receiptHash(receipts[0] ?? '')
  const [report] = hash
    ? await desk.database.db.select({ id: reports.id }).from(reports).where(eq(reports.receiptHash, hash))
    : []
  if (!report) throw new Error('Nobody reported this yet.')
  return { kind: 'reporter', reportId: report.id }
}

export const replies =
  (body: string): Act =>
  async (course) =>
    given(await replyAsReporter(await reporter(course), { body }))

/** The reporter reminds a team that is late. */
export const reminds: Act = async (course) => given(await remindTeam(await reporter(course), {}))
