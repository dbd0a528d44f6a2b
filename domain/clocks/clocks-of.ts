import type { CaseEvent } from '@/domain/cases/case-event'
import type { Instant } from '@/lib/instant'
import { acknowledgeClock } from './acknowledge-clock'
import { announceNotBeforeClock } from './announce-not-before-clock'
import type { Clock } from './clock'
import type { ClockInput } from './clock-input'
import { embargoEndClock } from './embargo-end-clock'
import { keepInformedClock } from './keep-informed-clock'
import { reporterDeadlineClock } from './reporter-deadline-clock'
import { respondClock } from './respond-clock'

/**
 * The clocks of one report at a moment, in the order a case goes through them. Terms without a number give no clock.
 * Closing a case ends its clocks: the explanation or the advisory is the answer, in time or late, and nothing is
 * breached after it. Reopening restarts none; keeping informed goes on where it stood.
 */
export function clocksOf(input: ClockInput, now: Instant): Clock[] {
  const ordered = { ...input, events: inOrder(input.events) }
  return [
    acknowledgeClock(ordered, now),
    respondClock(ordered, now),
    keepInformedClock(ordered, now),
    reporterDeadlineClock(ordered, now),
    embargoEndClock(ordered, now),
    announceNotBeforeClock(ordered, now),
  ].filter((clock) => clock !== null)
}

function inOrder(events: readonly CaseEvent[]): readonly CaseEvent[] {
  const isSorted = events.every((event, index) => index === 0 || events[index - 1]!.at <= event.at)
  return isSorted ? events : events.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}
