import type { Span } from '@/domain/policies/terms'
import type { Instant } from '@/lib/instant'
import type { Clock, ClockReason } from './clock'
import type { ClockInput } from './clock-input'
import type { Ending, Stretch } from './course-of-events'
import { movedDue } from './moved-due'
import { pausableClock } from './pausable-clock'
import { daysOffBetween } from './working-day'

/** A clock over a span of calendar or business hours. null when the calendar never works. */
export function hoursClock(
  promise: {
    kind: 'acknowledge' | 'respond'
    span: Span
    countedFrom: 'received' | 'acknowledged'
    startedAt: Instant
  },
  course: { met: Ending | null; pauses: readonly Stretch[] },
  { terms: { businessCalendar }, reportId }: ClockInput,
  now: Instant,
): Clock | null {
  const { kind, span, countedFrom, startedAt } = promise
  const { met, pauses } = course
  const due = movedDue(startedAt, span, pauses, { metAt: met?.at ?? null, now }, businessCalendar)
  if (due === null) return null
  const reason: ClockReason = {
    code: 'hours_from',
    hours: span.hours,
    counting: span.counting,
    countedFrom,
    from: startedAt,
    timeZone: businessCalendar.timeZone,
    daysOff: span.counting === 'business' ? daysOffBetween(startedAt, due.dueAt, businessCalendar) : [],
  }
  return pausableClock({ kind, reportId, startedAt, reason }, due, met, now)
}
