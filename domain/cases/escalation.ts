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
}

/** Who hears of a broken promise, and how long after it was due. Without a handler, `handler` means every handler of the project. */
export const escalationLadder: readonly { to: EscalationTarget; afterMs: number }[] = [
  { to: 'handler', afterMs: 0 },
  { to: 'lead', afterMs: 12 * hourMs },
  { to: 'owner', afterMs: 24 * hourMs },
]

/** How events name a promise; with several reports each has its own. */
export const promiseName = (clock: Pick<EscalatedClock, 'kind' | 'reportId'>): string =>
  clock.reportId ? `${clock.kind}:${clock.reportId}` : clock.kind

/**
 * The steps that are due now and not taken yet: handler, then lead, then owner. A step taken before the clock's present due instant
 * belongs to an earlier promise (keep informed comes round again) and does not count.
 */
export function escalationDue(
  events: readonly CaseEvent[],
  clocks: readonly EscalatedClock[],
  now: Instant,
): EscalationStep[] {
  return clocks.flatMap((clock) => {
    const { dueAt } = clock
    if (dueAt === null || (clock.status !== 'running' && clock.status !== 'breached')) return []
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
      .filter((step) => now > plusMs(dueAt, step.afterMs) && !isTaken(step.to))
      .map((step) => ({ promise, to: step.to, dueAt }))
  })
}
