import type { CaseEvent } from '@/domain/cases/case-event'
import type { Instant } from '@/lib/instant'
import type { ClockEnding } from './clock'

/** What a clock reads from the events of a case: who is waiting for whom, and when it all ended. Events are in order. */

export interface Stretch {
  from: Instant
  /** null: goes on. */
  until: Instant | null
}

/** The moment a clock was met, and by what. */
export interface Ending {
  at: Instant
  by: ClockEnding
}

/** An event that tells the reporter something new. */
export type WordToReporter = Extract<
  CaseEvent,
  {
    type: 'acknowledged' | 'message_sent' | 'question_asked' | 'responded' | 'resolved' | 'advisory_published'
  }
>

/** Does the event tell the reporter of that report something new? The automatic receipt is no event and does not count. */
export function isWordToReporter(event: CaseEvent, reportId: string): event is WordToReporter {
  switch (event.type) {
    case 'acknowledged':
    case 'resolved':
    case 'advisory_published':
      return true
    case 'message_sent':
    case 'responded':
    case 'question_asked':
      return event.data.reportId === reportId
    default:
      return false
  }
}

/**
 * The stretches that do not count against the team: from a question (or the request to send again) to the reporter until the answer, or until the
 * agreed silence has passed; with `whileClosed` also those between closing a case and reopening it.
 */
export function pausesOf(
  events: readonly CaseEvent[],
  reportId: string,
  { whileClosed }: { whileClosed: boolean },
): Stretch[] {
  const pauses: Stretch[] = []
  let isWaiting = false
  let isClosed = false
  let since: Instant | null = null
  for (const event of events) {
    switch (event.type) {
      case 'question_asked':
      case 'could_not_decrypt':
        if (event.data.reportId === reportId) isWaiting = true
        break
      case 'reporter_replied':
      case 'silence_passed':
        if (event.data.reportId === reportId) isWaiting = false
        break
      case 'resolved':
      case 'advisory_published':
      case 'finished':
        isWaiting = false
        isClosed = true
        break
      case 'reopened':
        isClosed = false
    }
    const isPaused = isWaiting || (whileClosed && isClosed)
    if (isPaused && since === null) since = event.at
    if (!isPaused && since !== null) {
      pauses.push({ from: since, until: event.at })
      since = null
    }
  }
  if (since !== null) pauses.push({ from: since, until: null })
  return pauses
}

type Closing = Extract<CaseEvent, { type: 'resolved' | 'advisory_published' | 'finished' }>

const isClosing = (event: CaseEvent): event is Closing =>
  event.type === 'resolved' || event.type === 'advisory_published' || event.type === 'finished'

/** How the case ended, unless it was reopened since: the latest closing that still holds, at its first event. */
export function currentEnd(events: readonly CaseEvent[]): Ending | null {
  let end: Ending | null = null
  for (const event of events) {
    if (event.type === 'reopened') end = null
    else if (isClosing(event)) end ??= { at: event.at, by: event.type }
  }
  return end
}

/** When the advisory first went public, or else how the case ended without one. */
export function outcome(events: readonly CaseEvent[]): Ending | null {
  const published = events.find((event) => event.type === 'advisory_published')
  return published ? { at: published.at, by: 'advisory_published' } : currentEnd(events)
}
