import { z } from 'zod'
import { askToResend as mayAskToResend } from '@/domain/encryption/resend'
import { allowedBy, refused } from '@/server/kernel/problem'
import { caseCommand } from './case-command'
import { caseEvents, reportsOfCase } from './case-record'
import { tellReporter } from './notices'
import { recordCaseEvent } from './record-case-event'
import { storeNotice } from './store-message'

const notice =
  'We could not decrypt what you sent: it is not encrypted to a key we can use, or it arrived damaged. Please send it again below, encrypted to the key shown there or without encryption, as you think right. What we promised you still counts from the moment your report arrived.'

/** “Could not decrypt”: the reporter is asked, openly and without contents, to send it again. Clocks keep their start. */
export const askToResend = caseCommand({
  name: 'cases.askToResend',
  input: { report: z.uuid().optional() },
  may: 'ask_to_resend',
  run: async (context, input, found) => {
    const reports = await reportsOfCase(context.tx).execute({ caseId: found.case.id })
    const report = input.report === undefined ? reports[0] : reports.find(({ id }) => id === input.report)
    if (!report) throw refused('This case has no such report. Load the page again.')
    allowedBy(mayAskToResend(await caseEvents(context, found.case.id), report.id))
    const messageId = await storeNotice(context, found, report.id, notice)
    await recordCaseEvent(context, found, 'could_not_decrypt', { messageId, reportId: report.id })
    await tellReporter(context, found, report, 'could_not_decrypt', messageId)
    return { messageId }
  },
})
