import { dueLines, handOverNote } from '@/domain/cases/hand-over-summary'
import type { Context } from '@/server/kernel/context'
import { actingPerson } from './acting-person'
import type { CaseRecord } from './case-record'
import type { FoundCase } from './load-case'
import { recordCaseEvent } from './record-case-event'
import { storeMessage } from './store-message'

/**
 * Leaves the internal note that whoever takes over finds: what was written for them, and what is due. Returns the lines of what is due,
 * which a mail may hold as well. Nothing is written where nobody hands over and nothing was said.
 */
export async function leaveHandOverNote(
  context: Context,
  found: Pick<FoundCase, 'case' | 'vault'>,
  { clocks }: Pick<CaseRecord, 'clocks'>,
  names: { from: string | null; to: string; note: string | null },
): Promise<string[]> {
  const due = dueLines(clocks, context.now)
  if (names.from === null && names.note === null) return due
  const messageId = await storeMessage(context, found, {
    kind: 'note',
    reportId: null,
    authorId: actingPerson(context.actor).personId,
    submissionHash: null,
    body: handOverNote(names, due),
  })
  await recordCaseEvent(context, found, 'note_added', { messageId })
  return due
}
