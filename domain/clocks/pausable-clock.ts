import type { Instant } from '@/lib/instant'
import type { Clock } from './clock'
import { clockStatus } from './clock-status'
import type { Ending } from './course-of-events'
import type { MovedDue } from './moved-due'

/** A clock that pauses moved, as it stands now; `met` is when and by what it ended, null while it goes on. */
export function pausableClock(
  promise: Pick<Clock, 'kind' | 'reportId' | 'startedAt' | 'reason'>,
  { dueAt, pausedMs, pauses, pausedSince }: MovedDue,
  met: Ending | null,
  now: Instant,
): Clock {
  const isPaused = met === null && pausedSince !== null
  const metAt = met?.at ?? null
  return {
    ...promise,
    dueAt,
    pausedMs,
    pauses,
    pausedSince: isPaused ? pausedSince : null,
    status: clockStatus({ dueAt, metAt, isPaused }, now),
    metAt,
    metBy: met?.by ?? null,
  }
}
