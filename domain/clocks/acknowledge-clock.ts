import type { Instant } from '@/lib/instant'
import { isWordToReporter, type Ending, type WordToReporter } from './course-of-events'
import type { Clock } from './clock'
import type { ClockInput } from './clock-input'
import { hoursClock } from './hours-clock'

/**
 * How a report was acknowledged: an acknowledgement of the case, or a maintainer's first message to this reporter.
 * An acknowledgement counts for every report that had arrived by then; a report linked later needs its own.
 */
export function acknowledgementOf({ events, reportId, receivedAt }: ClockInput): Ending | null {
  const first = events.find(
    (event): event is WordToReporter => event.at >= receivedAt && isWordToReporter(event, reportId),
  )
  return first ? { at: first.at, by: first.type } : null
}

/** Received until acknowledged. Closing the case counts too, as its explanation goes to the reporter. Never paused. */
export function acknowledgeClock(input: ClockInput, now: Instant): Clock | null {
  const span = input.terms.acknowledge
  if (span === null) return null
  return hoursClock(
    { kind: 'acknowledge', span, countedFrom: 'received', startedAt: input.receivedAt },
    { met: acknowledgementOf(input), pauses: [] },
    input,
    now,
  )
}
