import { soonAt, urgency, type Clock } from '@/domain/clocks/clock'
import { plusMs, type Instant } from '@/lib/instant'
import type { CaseEvent } from './case-event'
import { promiseName } from './escalation'

/** A promise whose handler is to hear that it is due soon. */
export interface NearPromise {
  /** The name the `promise_near` event carries. */
  promise: string
  clock: Clock
  /** From when on it is due soon. */
  at: Instant
}

/**
 * The promises that run and of which nobody was told yet that they are due soon, the nearest first. Told once a promise: waiting for the
 * reporter moves its end but makes no new one of it; keeping informed that comes round again, or a date that moved, does.
 */
export function untoldPromises(events: readonly CaseEvent[], clocks: readonly Clock[]): NearPromise[] {
  return clocks
    .flatMap((clock) => {
      if (clock.status !== 'running' || clock.kind === 'announce_not_before') return []
      const promise = promiseName(clock)
      const at = soonAt(clock)
      const unpausedAt = plusMs(at, -clock.pausedMs)
      const since = unpausedAt > clock.startedAt ? unpausedAt : clock.startedAt
      const isTold = events.some(
        (event) => event.type === 'promise_near' && event.data.promise === promise && event.at >= since,
      )
      return isTold ? [] : [{ promise, clock, at }]
    })
    .sort((a, b) => (a.at < b.at ? -1 : 1))
}

/** Those of them that are due soon now. */
export const nearPromises = (
  events: readonly CaseEvent[],
  clocks: readonly Clock[],
  now: Instant,
): NearPromise[] => untoldPromises(events, clocks).filter(({ clock }) => urgency(clock, now) === 'due_soon')
