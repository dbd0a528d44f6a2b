import { eq } from 'drizzle-orm'
import { cases } from '@/db/schema'
import { isWithdrawn, mayWithdraw } from '@/domain/reports/withdraw'
import { checkbox, optionalLongText } from '@/lib/text'
import { dropSchedule } from '@/server/advisories/schedule-announcement'
import { loadCaseRecord } from '@/server/cases/case-record'
import { tellHandlers } from '@/server/cases/notices'
import { recordCaseEvent } from '@/server/cases/record-case-event'
import { storeMessage } from '@/server/cases/store-message'
import { allowedBy, invalid } from '@/server/kernel/problem'
import { reporterCommand } from './reporter-command'

/**
 * The reporter withdraws what nobody has confirmed. The case closes with it unless another report leads to it as well,
 * of which they learn nothing.
 */
export const withdrawReport = reporterCommand({
  name: 'reporters.withdraw',
  input: { confirmed: checkbox(), reason: optionalLongText(4000) },
  may: 'withdraw_report',
  run: async (context, { confirmed, reason }, found) => {
    const record = await loadCaseRecord(context, found)
    const reportId = found.report.id
    allowedBy(mayWithdraw(record.facts, isWithdrawn(record.events, reportId)))
    if (!confirmed) throw invalid({ confirmed: ['Tick that you want to withdraw the report.'] })
    await recordCaseEvent(context, found, 'report_withdrawn', { reportId }, reason)
    if (reason !== null) {
      const messageId = await storeMessage(context, found, {
        kind: 'reply',
        reportId,
        authorId: null,
        submissionHash: null,
        body: reason,
      })
      await recordCaseEvent(context, found, 'reporter_replied', { messageId, reportId })
    }
    const others = record.reports.filter((one) => one.id !== reportId && !isWithdrawn(record.events, one.id))
    if (others.length === 0) {
      await context.tx
        .update(cases)
        .set({ resolution: 'withdrawn', resolvedAt: context.now, isHeld: false })
        .where(eq(cases.id, found.case.id))
      await recordCaseEvent(context, found, 'resolved', { resolution: 'withdrawn' })
      await dropSchedule(context, found)
    }
    await tellHandlers(context, found, 'report_withdrawn', reportId)
  },
})
