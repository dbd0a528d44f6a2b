import type { Instant } from '@/lib/instant'
import type { Clock } from './clock'
import type { ClockInput } from './clock-input'
import { outcome } from './course-of-events'
import { fixedClock } from './fixed-clock'

/** Until the agreed embargo ends. Met when the advisory is public by then, or the case is closed without one. */
export function embargoEndClock(input: ClockInput, now: Instant): Clock | null {
  const { embargoUntil, reportId, receivedAt, events, terms } = input
  if (embargoUntil === null) return null
  return fixedClock(
    {
      kind: 'embargo_end',
      reportId,
      startedAt: receivedAt,
      dueAt: embargoUntil,
      reason: { code: 'agreed_embargo', timeZone: terms.businessCalendar.timeZone },
    },
    outcome(events),
    now,
  )
}
