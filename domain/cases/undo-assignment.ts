import type { Instant } from '@/lib/instant'
import { ok, type Result } from '@/lib/result'
import type { CaseEvent } from './case-event'
import { handOver, type TeamMember } from './hand-over'
import { refuseBecause, type Refusal } from './refusal'
import type { CaseFacts } from './stage'

/** An assignment somebody wants back: whom it was given to, and who answered before; null: nobody. */
export interface Assignment {
  to: string
  from: string | null
}

/**
 * Takes the last assignment back, or says why it stands: somebody else assigned the case meanwhile, it was acknowledged (from then
 * on it is never without a handler), or who answered before left the team.
 */
export function undoAssignment(
  { facts, events }: { facts: CaseFacts; events: readonly CaseEvent[] },
  { to, from }: Assignment,
  team: readonly TeamMember[],
  now: Instant,
): Result<CaseEvent, Refusal> {
  const last = events.findLast(
    (event) =>
      event.type === 'handler_assigned' ||
      event.type === 'assignment_undone' ||
      event.type === 'acknowledged',
  )
  if (from === null && facts.acknowledgedAt !== null)
    return refuseBecause(
      'acknowledged',
      'The case is acknowledged, and from then on somebody answers for it. Assign somebody else instead.',
    )
  const isLast = last?.type === 'handler_assigned' && last.data.to === to && last.data.from === from
  if (!isLast || facts.handlerId !== to)
    return refuseBecause('changed', 'The handler was changed again meanwhile. That change stands.')
  if (from !== null) {
    const back = handOver(facts, from, team, now)
    if (!back.ok) return back
  }
  return ok({ type: 'assignment_undone', at: now, data: { from: to, to: from } })
}
