import { ok, type Result } from '@/lib/result'
import type { CaseEvent } from './case-event'
import { turnOf } from './conversation'
import { refuseBecause, type Refusal } from './refusal'
import { isClosed, type CaseFacts } from './stage'

/** Whether a second case can be made of one of its reports: one case is one vulnerability. */
export function checkSplit(facts: CaseFacts): Result<null, Refusal> {
  return isClosed(facts) ? refuseBecause('closed', 'This case is closed. Reopen it first.') : ok(null)
}

/** What one report's promises are derived from. */
const carried: readonly CaseEvent['type'][] = [
  'report_received',
  'acknowledged',
  'handler_assigned',
  'assignment_undone',
  'message_sent',
  'responded',
  'question_asked',
  'reporter_replied',
  'reminder_sent',
  'silence_passed',
]

/**
 * What of the past belongs to the second case too, in its order: everything the clocks and the handler of that report follow from,
 * so that they go on as they were. A question that still waits for an answer is answered in the first case; here it is a message.
 */
export function carriedEvents<Event extends CaseEvent>(events: readonly Event[], reportId: string): Event[] {
  const mine = events.filter(
    (event) =>
      carried.includes(event.type) && (!('reportId' in event.data) || event.data.reportId === reportId),
  )
  if (turnOf(events, reportId).waitsFor !== 'reporter') return mine
  const lastReply = mine.findLastIndex(({ type }) => type === 'reporter_replied' || type === 'silence_passed')
  return mine.map((event, index) =>
    event.type === 'question_asked' && index > lastReply ? { ...event, type: 'message_sent' } : event,
  )
}
