import { longText } from '@/lib/text'
import { forgetDraft } from '@/server/attention/draft-rows'
import { actingPerson } from './acting-person'
import { caseCommand } from './case-command'
import { recordCaseEvent } from './record-case-event'
import { storeMessage } from './store-message'
import { messageSubmission, submissionOf } from './submission'

/** An internal note. It never reaches the reporter: it belongs to no report. */
export const writeNote = caseCommand({
  name: 'cases.writeNote',
  input: { body: longText(20_000, 'Write the note.'), submission: messageSubmission },
  may: 'write_note',
  run: async (context, { body, submission }, found) => {
    const [{ hash, messageId: repeated }] = await Promise.all([
      submissionOf(context, found.case.id, submission, body),
      forgetDraft(context, found, 'note'),
    ])
    if (repeated) return { messageId: repeated }
    const messageId = await storeMessage(context, found, {
      kind: 'note',
      reportId: null,
      authorId: actingPerson(context.actor).personId,
      submissionHash: hash,
      body,
    })
    await recordCaseEvent(context, found, 'note_added', { messageId })
    return { messageId }
  },
})
