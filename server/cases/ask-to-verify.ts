import { z } from 'zod'
import { openVerifications, verifiableVersion } from '@/domain/backports/fix-verification'
import { optionalLongText } from '@/lib/text'
import { allowedBy, notFound, refused } from '@/server/kernel/problem'
import { actingPerson } from './acting-person'
import { caseCommand } from './case-command'
import { loadCaseRecord } from './case-record'
import { lineAmong, lineName } from './change-line'
import { tellReporter } from './notices'
import { recordCaseEvent } from './record-case-event'
import { storeMessage } from './store-message'

/** Asks a reporter to try the patch release of a line. It is a question: the clocks wait for the answer. */
export const askToVerify = caseCommand({
  name: 'cases.askToVerify',
  input: {
    line: lineName,
    report: z.uuid('Name the report.').optional(),
    words: optionalLongText(4000),
  },
  may: 'ask_reporter',
  run: async (context, { line, report: named, words }, found) => {
    const record = await loadCaseRecord(context, found)
    const report = named === undefined ? record.reports[0] : record.reports.find(({ id }) => id === named)
    if (!report) throw notFound()
    const { status } = lineAmong(record.lines, line)
    const version = allowedBy(verifiableVersion(status))
    if (openVerifications(record.events, report.id).some(({ lineId }) => lineId === line))
      throw refused('They are asked already. Wait for the answer, or write to them.')
    const messageId = await storeMessage(context, found, {
      kind: 'question',
      reportId: report.id,
      authorId: actingPerson(context.actor).personId,
      submissionHash: null,
      body: [
        `${version} is out on ${status.line.name} with the fix: ${status.release?.url ?? ''}\nDoes it hold for you? Say so under “Verify the fix” on this page.`,
        ...(words === null ? [] : [words]),
      ].join('\n\n'),
    })
    await recordCaseEvent(context, found, 'question_asked', { messageId, reportId: report.id })
    await recordCaseEvent(context, found, 'verification_asked', {
      reportId: report.id,
      lineId: line,
      version,
    })
    await tellReporter(context, found, report, 'question', messageId)
  },
})
