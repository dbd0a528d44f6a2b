import { dayMs, hourMs, plusMs, type Instant } from '@/lib/instant'
import { ok, type Result } from '@/lib/result'
import type { CaseEvent } from '@/domain/cases/case-event'
import { refuseBecause, type Refusal } from '@/domain/cases/refusal'
import type { Clock } from '@/domain/clocks/clock'
import { utcText } from '@/lib/utc-text'

/** Where the policy gives no number of hours, a week without a word is long enough (the usual advice of CERT/CC). */
export const withoutPromiseMs = 7 * dayMs
/** One reminder a day reaches a team; more are noise. */
const pauseMs = 24 * hourMs

/**
 * May the reporter remind the team now? Only while the acknowledgement is overdue, and once a day; else why not.
 * Worked case: due Wednesday 21:00, reminded Thursday 08:00 → again from Friday 08:00.
 */
export function mayRemind(
  asked: {
    events: readonly CaseEvent[]
    reportId: string
    receivedAt: Instant
    acknowledgedAt: Instant | null
    /** The report's own acknowledge clock; null when the policy promises no number. */
    acknowledge: Clock | null
  },
  now: Instant,
): Result<null, Refusal> {
  const { events, reportId, receivedAt, acknowledgedAt, acknowledge } = asked
  if (acknowledgedAt !== null)
    return refuseBecause('acknowledged', 'The team has acknowledged your report. Write a message instead.')
  const overdueAfter = acknowledge?.dueAt ?? plusMs(receivedAt, withoutPromiseMs)
  if (now <= overdueAfter)
    return refuseBecause('not_overdue', `You can remind the team from ${utcText(overdueAfter)} on.`)
  const last = events.findLast((event) => event.type === 'reminder_sent' && event.data.reportId === reportId)
  if (last && now < plusMs(last.at, pauseMs))
    return refuseBecause(
      'reminded',
      `You reminded the team on ${utcText(last.at)}. You can do so again from ${utcText(plusMs(last.at, pauseMs))} on.`,
    )
  return ok(null)
}
