import { mayRemind } from '@/domain/reports/reminder'
import { loadCaseRecord } from '@/server/cases/case-record'
import { tellHandlers } from '@/server/cases/notices'
import { recordCaseEvent } from '@/server/cases/record-case-event'
import { allowedBy } from '@/server/kernel/problem'
import { reminderFacts } from './own-clocks'
import { reporterCommand } from './reporter-command'

/** The reporter reminds a team that is late with its acknowledgement; once a day. */
export const remindTeam = reporterCommand({
  name: 'reporters.remind',
  input: {},
  may: 'remind_team',
  run: async (context, _input, found) => {
    const record = await loadCaseRecord(context, found)
    allowedBy(mayRemind(reminderFacts(record, found.report), context.now))
    await recordCaseEvent(context, found, 'reminder_sent', { reportId: found.report.id })
    await tellHandlers(context, found, 'reporter_reminded')
  },
})
