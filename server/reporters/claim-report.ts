import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { claimedReports, reports } from '@/db/schema'
import { receiptHash } from '@/server/auth/receipt-hash'
import { command } from '@/server/kernel/command'
import { invalid, notFound } from '@/server/kernel/problem'
import { loadAccount, sessionToken } from './reporter-session'

/** Puts a report on the list of a place: its receipt proves whose it is, and nothing else does. */
export const claimReport = command({
  name: 'reporters.claim',
  input: z.object({ session: sessionToken, receipt: z.string().max(200) }),
  may: 'come_in',
  load: (context, { session }) => loadAccount(context, session),
  run: async ({ tx, now }, { receipt }, { accountId }) => {
    const hash = receiptHash(receipt)
    const [report] = hash
      ? await tx.select({ id: reports.id }).from(reports).where(eq(reports.receiptHash, hash))
      : []
    if (!report)
      throw invalid({
        receipt: ['This receipt opens nothing here. Check it letter by letter: it has 8 groups of 4.'],
      })
    await tx
      .insert(claimedReports)
      .values({ accountId, reportId: report.id, claimedAt: now })
      .onConflictDoNothing()
  },
})

/** Takes a report off the list; its receipt still opens it. */
export const dropClaim = command({
  name: 'reporters.dropClaim',
  input: z.object({ session: sessionToken, report: z.uuid('Name the report.') }),
  may: 'come_in',
  load: (context, { session }) => loadAccount(context, session),
  run: async ({ tx }, { report }, { accountId }) => {
    const dropped = await tx
      .delete(claimedReports)
      .where(and(eq(claimedReports.accountId, accountId), eq(claimedReports.reportId, report)))
      .returning({ reportId: claimedReports.reportId })
    if (dropped.length === 0) throw notFound()
  },
})
