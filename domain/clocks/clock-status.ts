import type { Instant } from '@/lib/instant'
import type { ClockStatus } from './clock'

/** The status of a clock from its facts. Due is inclusive: what happens at the due instant is in time. */
export function clockStatus(
  facts: { dueAt: Instant; metAt: Instant | null; isPaused: boolean },
  now: Instant,
): ClockStatus {
  if (facts.metAt !== null) return facts.metAt <= facts.dueAt ? 'met' : 'late'
  if (facts.isPaused) return 'paused'
  return now > facts.dueAt ? 'breached' : 'running'
}
