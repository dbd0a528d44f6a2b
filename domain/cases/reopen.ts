import type { Instant } from '@/lib/instant'
import { ok, type Result } from '@/lib/result'
import type { CaseEvent } from './case-event'
import { refuseBecause, type Refusal } from './refusal'
import { isClosed, type CaseFacts } from './stage'

/**
 * Reopens a closed case, with a reason. It comes back at the stage its facts give; clocks do not restart, because
 * no instant they are derived from moves.
 */
export function reopen(facts: CaseFacts, reason: string, now: Instant): Result<CaseEvent, Refusal> {
  if (!isClosed(facts)) return refuseBecause('not_closed', 'This case is open already.')
  if (reason.trim() === '') return refuseBecause('reason_missing', 'Say why the case is reopened.')
  return ok({ type: 'reopened', at: now, data: {} })
}

/** After the announcement: nothing is left to do but what the lines still show. */
export function finish(facts: CaseFacts, now: Instant): Result<CaseEvent, Refusal> {
  if (facts.announcedAt === null)
    return refuseBecause(
      'not_announced',
      'Only an announced case can be finished. Close others with a resolution.',
    )
  if (isClosed(facts)) return refuseBecause('closed', 'This case is closed already.')
  return ok({ type: 'finished', at: now, data: {} })
}
