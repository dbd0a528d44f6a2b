import { dayMs, msBetween, plusMs, type Instant } from '@/lib/instant'
import type { PolicyTerms } from '@/domain/policies/terms'
import type { CaseEvent } from './case-event'

/** Whose turn it is with one reporter, and since when. */
export interface Turn {
  reportId: string
  waitsFor: 'reporter' | 'team' | 'nobody'
  /** null: nobody is waited for. */
  since: Instant | null
}

const reportOf = (event: CaseEvent): string | null => ('reportId' in event.data ? event.data.reportId : null)

/**
 * Whose turn it is in the conversation of one report. A question, or the request to send again what could not be decrypted, waits for the reporter until they reply or the silence has passed;
 * the report and every reply wait for the team until it writes. A message that asks nothing leaves it to nobody.
 * A second question does not restart the wait for the first.
 */
export function turnOf(events: readonly CaseEvent[], reportId: string): Turn {
  let turn: Turn = { reportId, waitsFor: 'nobody', since: null }
  const wait = (waitsFor: Turn['waitsFor'], since: Instant | null) => {
    if (turn.waitsFor !== waitsFor) turn = { reportId, waitsFor, since }
  }
  for (const event of events) {
    // Closing or announcing tells the reporter the outcome: no answer is awaited any more.
    if (event.type === 'resolved' || event.type === 'advisory_published') wait('nobody', null)
    if (reportOf(event) !== reportId) continue
    if (event.type === 'report_received' || event.type === 'reporter_replied') wait('team', event.at)
    else if (event.type === 'question_asked' || event.type === 'could_not_decrypt') wait('reporter', event.at)
    else if (event.type === 'silence_passed') {
      if (turn.waitsFor === 'reporter') wait('nobody', null)
    } else if (event.type === 'message_sent' || event.type === 'responded') {
      if (turn.waitsFor === 'team') wait('nobody', null)
    }
  }
  return turn
}

/** Since when the team waits for this reporter's answer; null when it does not. */
export function waitsForReporter(events: readonly CaseEvent[], reportId: string): Instant | null {
  const turn = turnOf(events, reportId)
  return turn.waitsFor === 'reporter' ? turn.since : null
}

/** The reports that lead to the case, in the order they arrived. */
export const reportsOf = (events: readonly CaseEvent[]): string[] => [
  ...new Set(events.flatMap((event) => (event.type === 'report_received' ? [event.data.reportId] : []))),
]

/** When the handler may go on without the answer; null when no answer is awaited. Days are calendar days of 24 h. */
export function silencePassesAt(
  events: readonly CaseEvent[],
  terms: Pick<PolicyTerms, 'silenceDays'>,
  reportId: string,
): Instant | null {
  const since = waitsForReporter(events, reportId)
  return since === null ? null : plusMs(since, terms.silenceDays * dayMs)
}

/** The reports whose reporter was silent for as long as the policy waits: the handler may go on, credit is kept. */
export function silenceMayPass(
  events: readonly CaseEvent[],
  terms: Pick<PolicyTerms, 'silenceDays'>,
  now: Instant,
): string[] {
  return reportsOf(events).filter((reportId) => {
    const since = waitsForReporter(events, reportId)
    return since !== null && msBetween(since, now) >= terms.silenceDays * dayMs
  })
}

/** Whom the case waits for first: the team before any reporter, the longest wait before a shorter one. */
export function firstTurn(events: readonly CaseEvent[]): Turn | null {
  const rank = { team: 0, reporter: 1, nobody: 2 } as const
  return (
    reportsOf(events)
      .map((reportId) => turnOf(events, reportId))
      .filter((turn) => turn.waitsFor !== 'nobody')
      .sort(
        (a, b) => rank[a.waitsFor] - rank[b.waitsFor] || ((a.since ?? '') < (b.since ?? '') ? -1 : 1),
      )[0] ?? null
  )
}
