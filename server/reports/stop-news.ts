import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { cases, reports } from '@/db/schema'
import { recordCaseEvent } from '@/server/cases/record-case-event'
import { command } from '@/server/kernel/command'
import { vault } from '@/server/kernel/vault'
import { reportOfStopKey } from './stop-news-link'

/** Ends the mails about one report, by the link that stands in each of them. Tells nothing about the report. */
export const stopNews = command({
  name: 'reporters.stopNews',
  input: z.object({ key: z.string().max(100) }),
  may: 'come_in',
  load: async ({ tx }, { key }) => {
    const reportId = reportOfStopKey(key)
    if (reportId === null) return null
    const [row] = await tx
      .select({ report: reports, caseId: cases.id, wrappedKey: cases.wrappedKey })
      .from(reports)
      .innerJoin(cases, eq(cases.id, reports.caseId))
      .where(eq(reports.id, reportId))
      .for('update', { of: reports })
    return row ? { ...row, subject: { kind: 'instance' as const } } : null
  },
  run: async (context, _input, { report, caseId, wrappedKey }) => {
    if (!report.newsByMail) return
    await context.tx.update(reports).set({ newsByMail: false }).where(eq(reports.id, report.id))
    const found = { case: { id: caseId }, vault: vault().openCaseKey(caseId, wrappedKey) }
    await recordCaseEvent(context, found, 'news_chosen', { reportId: report.id, byMail: false })
  },
})
