import { hourMs, plusMs, type Instant } from '@/lib/instant'
import type { CaseEvent } from './case-event'

/** A promise as far as escalating depends on it. */
export interface EscalatedClock {
  /** e.g. `acknowledge`; with several reports, one clock each. */
  kind: string
  reportId?: string | null
  dueAt: Instant | null
  status: 'running' | 'paused' | 'met' | 'late' | 'breached'
}

export type EscalationTarget = Extract<CaseEvent, { type: 'escalated' }>['data']['to']

export interface EscalationStep {
  /** The name the `escalated` event carries. */
  promise: string
  to: EscalationTarget
  dueAt: Instant
  /** It is taken once this instant has passed. */
  after: Instant
}

/** Who hears of a broken promise, and how long after it was due. Without a handler, `handler` means every handler of the project. */
const escalationLadder: readonly { to: EscalationTarget; afterMs: number }[] = [
  { to: 'handler', afterMs: 0 },
  { to: 'lead', afterMs: 12 * hourMs },
  { to: 'owner', afterMs: 24 * hourMs },
]

/** How events name a promise; with several reports each has its own. */
export const promiseName = (clock: Pick<EscalatedClock, 'kind' | 'reportId'>): string =>
  clock.reportId ? `${clock.kind}:${clock.reportId}` : clock.kind

/**
 * The steps that were not taken yet of promises that run or are broken: handler, then lead, then owner; of a task the first alone. A step
 * taken before the clock's present due instant belongs to an earlier promise (keep informed comes round again) and does not count. They
 * depend on the events alone, not on the moment the clocks were read, so the instant of the first may be stored.
 */
export function untakenSteps(
  events: readonly CaseEvent[],
  clocks: readonly EscalatedClock[],
): EscalationStep[] {
  return clocks.flatMap((clock) => {
    const { kind, dueAt, status } = clock
    // The wait before an announcement passes by itself.
    if (dueAt === null || kind === 'announce_not_before') return []
    if (status !== 'running' && status !== 'breached') return []
    const promise = promiseName(clock)
    const isTaken = (to: EscalationTarget) =>
      events.some(
        (event) =>
          event.type === 'escalated' &&
          event.data.promise === promise &&
          event.data.to === to &&
          event.at >= dueAt,
      )
    return escalationLadder
      .filter(({ to }) => (kind !== 'task' || to === 'handler') && !isTaken(to))
      .map(({ to, afterMs }) => ({ promise, to, dueAt, after: plusMs(dueAt, afterMs) }))
  })
}

/** Those of them that are due now. */
export const escalationDue = (
  events: readonly CaseEvent[],
  clocks: readonly EscalatedClock[],
  now: Instant,
): EscalationStep[] => untakenSteps(events, clocks).filter(({ after }) => now > after)
