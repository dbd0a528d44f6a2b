import type { Instant } from '@/lib/instant'
import type { Clock, ClockReason } from './clock'
import type { ClockInput } from './clock-input'
import { currentEnd, isWordToReporter, pausesOf } from './course-of-events'
import { movedDue } from './moved-due'
import { pausableClock } from './pausable-clock'

/**
 * Every N days of 24 hours since the last word to the reporter, or since the report before the first one.
 * Each message starts it anew. Waiting for the reporter pauses it, and so does the time a reopened case was closed;
 * a closed case ends it, and one that was closed before the report came never starts it.
 */
export function keepInformedClock(input: ClockInput, now: Instant): Clock | null {
  const { events, reportId, receivedAt, terms } = input
  const days = terms.keepInformedEveryDays
  if (days === null) return null
  const end = currentEnd(events)
  if (end !== null && end.at < receivedAt) return null

  let startedAt = receivedAt
  for (const event of events) {
    if (end !== null && event.at >= end.at) break
    if (event.at > receivedAt && isWordToReporter(event, reportId)) startedAt = event.at
  }
  const due = movedDue(
    startedAt,
    { hours: days * 24, counting: 'calendar' },
    pausesOf(events, reportId, { whileClosed: true }),
    { metAt: end?.at ?? null, now },
    terms.businessCalendar,
  )
  if (due === null) return null
  const reason: ClockReason = {
    code: 'days_from',
    days,
    countedFrom: startedAt === receivedAt ? 'received' : 'last_message',
    from: startedAt,
    timeZone: terms.businessCalendar.timeZone,
  }
  return pausableClock({ kind: 'keep_informed', reportId, startedAt, reason }, due, end, now)
}
