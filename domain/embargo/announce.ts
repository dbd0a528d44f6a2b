import type { Instant } from '@/lib/instant'
import type { Gate } from './gates'
import { notOverridden, type Override } from './override'

export type PublishDecision =
  | { decision: 'publish' }
  | { decision: 'wait'; until: Instant }
  /** Publish nothing, suspend the schedule, tell the handler why. */
  | { decision: 'suspend'; gates: readonly Gate[]; reasons: readonly string[] }

/**
 * What the publishing job does when it wakes, asked again from the facts of that moment. Worked case: scheduled for day 7, a line's
 * release yanked on day 5 → on day 7 suspend, naming the line. `scheduledFor` null: cancelled meanwhile, so nothing goes out.
 */
export function mayPublish(
  gates: readonly Gate[],
  override: Override | null,
  scheduledFor: Instant | null,
  now: Instant,
): PublishDecision {
  if (scheduledFor === null)
    return { decision: 'suspend', gates: [], reasons: ['The announcement is not scheduled any more.'] }
  if (now < scheduledFor) return { decision: 'wait', until: scheduledFor }
  const holding = notOverridden(
    gates.filter((gate) => !gate.isMet),
    override,
  )
  if (holding.length > 0)
    return {
      decision: 'suspend',
      gates: holding,
      reasons: holding.map((gate) => `${gate.title}: ${gate.reason}`),
    }
  return { decision: 'publish' }
}
