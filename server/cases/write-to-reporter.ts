import { z } from 'zod'
import type { CaseEventType } from '@/domain/cases/case-event'
import type { Verb } from '@/domain/access/can'
import { nobodyReads } from '@/domain/cases/nobody-reads'
import { saidAgain } from '@/domain/languages/said-again'
import { spokenIn } from '@/domain/languages/spoken'
import { hasReporter } from '@/domain/reports/channel'
import { longText } from '@/lib/text'
import type { Context } from '@/server/kernel/context'
import { forgetDraft } from '@/server/attention/draft-rows'
import { refused } from '@/server/kernel/problem'
import { acknowledgeNow } from './acknowledge-case'
import { actingPerson } from './acting-person'
import { caseCommand } from './case-command'
import { loadCaseRecord, type CaseRecord, type ReportRow } from './case-record'
import type { FoundCase } from './load-case'
import { tellReporter } from './notices'
import { recordCaseEvent } from './record-case-event'
import { storeMessage } from './store-message'
import { messageSubmission, submissionOf } from './submission'

const body = longText(20_000, 'Write the message.')
const shared = {
  /** Whose conversation; the first report's when left out. */
  report: z.uuid().optional(),
  submission: messageSubmission,
}

/** A message that asks nothing and promises nothing. It does not meet the second promise. */
export const writeToReporter = caseCommand({
  name: 'cases.writeToReporter',
  input: { ...shared, body },
  may: 'reply_to_reporter',
  run: (context, input, found) => write(context, found, input, 'message', 'message_sent', input.body),
})

/** The detailed response: an answer that says what happens next. */
export const respondToReporter = caseCommand({
  name: 'cases.respondToReporter',
  input: {
    ...shared,
    body,
    nextStep: longText(2000, 'Say what happens next, and when the reporter will hear of it.'),
  },
  may: 'reply_to_reporter',
  run: (context, input, found) =>
    write(
      context,
      found,
      input,
      'response',
      'responded',
      `${input.body}\n\nWhat happens next: ${input.nextStep}`,
    ),
})

/** A question: the clocks that wait for the reporter pause until they answer. */
export const askReporter = caseCommand({
  name: 'cases.askReporter',
  input: { ...shared, body: longText(20_000, 'Write the question.') },
  may: 'ask_reporter' satisfies Verb,
  run: (context, input, found) => write(context, found, input, 'question', 'question_asked', input.body),
})

async function write(
  context: Context,
  found: FoundCase,
  input: { report?: string; submission?: string },
  kind: 'message' | 'response' | 'question',
  event: Extract<CaseEventType, 'message_sent' | 'responded' | 'question_asked'>,
  text: string,
): Promise<{ messageId: string }> {
  const record = await loadCaseRecord(context, found)
  const report = reportNamed(record, input.report)
  if (!hasReporter(report.channel)) throw refused(nobodyReads)
  const [{ hash, messageId: repeated }] = await Promise.all([
    submissionOf(context, found.case.id, input.submission, text),
    forgetDraft(context, found, 'reply'),
  ])
  if (repeated) return { messageId: repeated }
  if (record.facts.acknowledgedAt === null && record.facts.resolution === null)
    await acknowledgeNow(context, found, record)
  const messageId = await storeMessage(context, found, {
    kind,
    reportId: report.id,
    authorId: actingPerson(context.actor).personId,
    submissionHash: hash,
    body: text,
  })
  await recordCaseEvent(context, found, event, { messageId, reportId: report.id })
  // The desk's own words above the next step, as the reporter's page says them.
  const said = kind === 'response' ? saidAgain(spokenIn(report.language).language, text) : text
  await tellReporter(context, found, report, kind === 'question' ? 'question' : 'message', messageId, said)
  return { messageId }
}

function reportNamed(record: CaseRecord, id: string | undefined): ReportRow {
  const report = id === undefined ? record.reports[0] : record.reports.find((one) => one.id === id)
  if (!report)
    throw refused('This case has no such report. Load the page again; your text is still in the form.')
  return report
}
