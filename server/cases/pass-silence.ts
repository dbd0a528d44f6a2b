import { silenceMayPass } from '@/domain/cases/conversation'
import { refused } from '@/server/kernel/problem'
import { caseCommand } from './case-command'
import { loadCaseRecord } from './case-record'
import { tellReporter } from './notices'
import { recordCaseEvent } from './record-case-event'
import { storeNotice } from './store-message'

/** The reporter was silent for as long as the policy waits: the team goes on without the answer, the reporter is told, credit is kept. */
export const passSilence = caseCommand({
  name: 'cases.passSilence',
  input: {},
  may: 'pass_silence',
  run: async (context, _input, found) => {
    const record = await loadCaseRecord(context, found)
    const silent = silenceMayPass(record.events, record.terms, context.now)
    if (silent.length === 0)
      throw refused(
        `The policy waits ${record.terms.silenceDays} days for an answer. They have not passed yet.`,
      )
    for (const report of record.reports.filter((one) => silent.includes(one.id))) {
      const messageId = await storeNotice(
        context,
        found,
        report.id,
        'We have not heard from you, so we go on with what we know. You keep your credit, and you can still write here at any time.',
      )
      await recordCaseEvent(context, found, 'silence_passed', { reportId: report.id })
      await tellReporter(context, found, report, 'message', messageId)
    }
  },
})
