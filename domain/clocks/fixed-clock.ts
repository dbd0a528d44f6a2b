import type { Instant } from '@/lib/instant'
import type { Clock, ClockReason } from './clock'
import { clockStatus } from './clock-status'
import type { CraMilestone } from '@/domain/exploitation/milestone'
import type { Ending } from './course-of-events'

/** A clock whose due instant somebody named: nothing pauses it. */
export function fixedClock(
  facts: {
    kind: 'reporter_deadline' | 'embargo_end' | 'announce_not_before' | CraMilestone
    reportId: string
    startedAt: Instant
    dueAt: Instant
    reason: ClockReason
  },
  met: Ending | null,
  now: Instant,
): Clock {
  return {
    ...facts,
    pausedMs: 0,
    pauses: [],
    pausedSince: null,
    status: clockStatus({ dueAt: facts.dueAt, metAt: met?.at ?? null, isPaused: false }, now),
    metAt: met?.at ?? null,
    metBy: met?.by ?? null,
  }
}
