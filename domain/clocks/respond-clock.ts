import type { Instant } from '@/lib/instant'
import { acknowledgementOf } from './acknowledge-clock'
import type { Clock } from './clock'
import type { ClockInput } from './clock-input'
import { pausesOf, type Ending } from './course-of-events'
import { hoursClock } from './hours-clock'

/**
 * Until a response to this reporter says what happens next; a bare "thanks" is a message and does not meet it.
 * Counted from the acknowledgement it starts only then: before that there is no due instant to show.
 * Waiting for the reporter pauses it.
 */
export function respondClock(input: ClockInput, now: Instant): Clock | null {
  const span = input.terms.respond
  if (span === null) return null
  const acknowledged = acknowledgementOf(input)
  const startedAt = span.countedFrom === 'received' ? input.receivedAt : (acknowledged?.at ?? null)
  if (startedAt === null) return null
  return hoursClock(
    { kind: 'respond', span, countedFrom: span.countedFrom, startedAt },
    { met: responseTo(input), pauses: pausesOf(input.events, input.reportId, { whileClosed: false }) },
    input,
    now,
  )
}

function responseTo({ events, reportId, receivedAt }: ClockInput): Ending | null {
  for (const event of events) {
    if (event.at < receivedAt) continue
    if (event.type === 'responded' && event.data.reportId === reportId)
      return { at: event.at, by: event.type }
    if (event.type === 'resolved' || event.type === 'advisory_published')
      return { at: event.at, by: event.type }
  }
  return null
}
