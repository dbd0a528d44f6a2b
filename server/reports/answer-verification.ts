import { z } from 'zod'
import { openVerifications, stillVulnerable, verified } from '@/domain/backports/fix-verification'
import { optionalLongText } from '@/lib/text'
import { afterLineChange } from '@/server/cases/after-line-change'
import { loadCaseRecord } from '@/server/cases/case-record'
import { tellHandlers } from '@/server/cases/notices'
import { recordCaseEvent } from '@/server/cases/record-case-event'
import { storeLine } from '@/server/cases/store-line'
import { storeMessage } from '@/server/cases/store-message'
import { allowedBy, conflict, invalid, notFound } from '@/server/kernel/problem'
import { replyLimit } from './reply-as-reporter'
import { reporterCommand } from './reporter-command'

/** The reporter says whether the fix on a line holds. When it does not, the line is worked on again, with their words as a message. */
export const answerVerification = reporterCommand({
  name: 'reporters.answerVerification',
  input: {
    line: z.uuid('Load the page again: the release line is not there.'),
    result: z.enum(['verified', 'vulnerable'], { error: 'Choose what you found.' }),
    words: optionalLongText(replyLimit),
  },
  may: 'verify_fix',
  run: async (context, { line, result, words }, found) => {
    const record = await loadCaseRecord(context, found)
    const reportId = found.report.id
    const asked = openVerifications(record.events, reportId).find(({ lineId }) => lineId === line)
    const stored = record.lines.find(({ row }) => row.lineId === line)
    if (!asked || !stored) throw notFound()
    if (stored.status.release?.version !== asked.version || stored.status.work !== 'released')
      throw conflict('The fix on this line changed meanwhile. Look at the page again.')
    if (result === 'vulnerable' && words === null)
      throw invalid({ words: ['Say what you did and what still happens.'] })
    const next = allowedBy(
      result === 'verified'
        ? verified(stored.status)
        : stillVulnerable(stored.status, found.case.announcedAt !== null),
    )
    await storeLine(context, found, stored, next, {}, null)
    const data = { reportId, lineId: line, version: asked.version }
    await recordCaseEvent(context, found, result === 'verified' ? 'fix_verified' : 'fix_failed', data)
    const messageId = await storeMessage(context, found, {
      kind: 'reply',
      reportId,
      authorId: null,
      submissionHash: null,
      body: [
        `${asked.version} (${stored.status.line.name}): ${result === 'verified' ? 'the fix works for me.' : 'still vulnerable.'}`,
        ...(words === null ? [] : [words]),
      ].join('\n\n'),
    })
    await recordCaseEvent(context, found, 'reporter_replied', { messageId, reportId })
    await tellHandlers(context, found, result === 'verified' ? 'fix_verified' : 'fix_failed', messageId)
    await afterLineChange(context, found)
  },
})
