import type { Instant } from '@/lib/instant'
import type { LineStatus } from '@/domain/backports/line-status'
import type { CaseEvent } from './case-event'
import type { CaseFacts } from './stage'

/**
 * The facts of a case from its events (oldest first) and its line rows. Reopening lifts a resolution and moves nothing else:
 * acknowledged and confirmed stay as they were, so clocks do not restart.
 */
export function factsFromEvents(
  events: readonly CaseEvent[],
  rows: { lines: readonly LineStatus[]; hasOpenRequest: boolean; at: Instant },
): CaseFacts {
  const facts: CaseFacts = {
    acknowledgedAt: null,
    handlerId: null,
    confirmedAt: null,
    lines: rows.lines,
    announcedAt: null,
    resolution: null,
    hasUnfinishedWork: rows.hasOpenRequest,
    at: rows.at,
  }
  for (const event of events) {
    if (event.type === 'acknowledged') {
      facts.acknowledgedAt ??= event.at
      facts.handlerId ??= event.data.handlerId
    } else if (event.type === 'handler_assigned' || event.type === 'assignment_undone')
      facts.handlerId = event.data.to
    else if (event.type === 'confirmed') facts.confirmedAt ??= event.at
    else if (event.type === 'advisory_published') facts.announcedAt ??= event.at
    else if (event.type === 'resolved') facts.resolution = { kind: event.data.resolution, at: event.at }
    else if (event.type === 'reopened') facts.resolution = null
  }
  if (facts.announcedAt !== null) facts.hasUnfinishedWork ||= waitsForTeam(events)
  return facts
}

/**
 * Does a message or a reopening since the announcement wait for the team? An answer or "nothing left to do" settles a message,
 * only the latter a reopening.
 */
function waitsForTeam(events: readonly CaseEvent[]): boolean {
  let isReopened = false
  const unanswered = new Set<string>()
  for (const event of events) {
    if (event.type === 'reopened') isReopened = true
    else if (event.type === 'finished' || event.type === 'advisory_published') {
      isReopened = false
      unanswered.clear()
    } else if (event.type === 'reporter_replied') unanswered.add(event.data.reportId)
    else if (event.type === 'message_sent' || event.type === 'responded' || event.type === 'question_asked')
      unanswered.delete(event.data.reportId)
  }
  return isReopened || unanswered.size > 0
}
