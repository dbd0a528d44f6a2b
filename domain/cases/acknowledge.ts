import type { Instant } from '@/lib/instant'
import { ok, type Result } from '@/lib/result'
import type { CaseEvent } from './case-event'
import { refuseBecause, type Refusal } from './refusal'
import { isClosed, type CaseFacts } from './stage'

/**
 * A maintainer acknowledges: whoever was assigned answers for the case, else the one who acknowledges.
 * A maintainer's first message acknowledges too: the command that sends it records this event before its own
 * while `facts.acknowledgedAt` is null. The automatic receipt never does.
 */
export function acknowledge(facts: CaseFacts, personId: string, now: Instant): Result<CaseEvent, Refusal> {
  if (isClosed(facts)) return refuseBecause('closed', 'This case is closed. Reopen it first.')
  if (facts.acknowledgedAt !== null)
    return refuseBecause('already_acknowledged', 'This case is already acknowledged.')
  return ok({ type: 'acknowledged', at: now, data: { handlerId: facts.handlerId ?? personId } })
}
