import type { Instant } from '@/lib/instant'
import type { Clock } from './clock'
import type { ClockInput } from './clock-input'
import { outcome } from './course-of-events'
import { fixedClock } from './fixed-clock'

/** Until the instant at which the reporter said they would publish. Met by our own advisory, or by closing the case. */
export function reporterDeadlineClock(input: ClockInput, now: Instant): Clock | null {
  const { reporterDeadline, reportId, receivedAt, events, terms } = input
  if (reporterDeadline === null) return null
  return fixedClock(
    {
      kind: 'reporter_deadline',
      reportId,
      startedAt: receivedAt,
      dueAt: reporterDeadline,
      reason: { code: 'stated_by_reporter', timeZone: terms.businessCalendar.timeZone },
    },
    outcome(events),
    now,
  )
}
