import type { PolicyTerms } from '@/domain/policies/terms'
import { plusMs, dayMs, type Instant } from '@/lib/instant'
import type { ClockKind } from './clock'
import type { ClockInput } from './clock-input'
import { clocksOf } from './clocks-of'

/** One promise that would be due at another moment; null: it would not be made at all. */
export interface MovedPromise {
  kind: ClockKind
  from: Instant | null
  to: Instant | null
}

const promised: readonly ClockKind[] = ['acknowledge', 'respond', 'keep_informed', 'announce_not_before']

function dueBy(input: ClockInput, now: Instant): Map<ClockKind, Instant> {
  return new Map(
    clocksOf(input, now)
      .filter(({ kind, metAt }) => promised.includes(kind) && metAt === null)
      .map(({ kind, dueAt }) => [kind, dueAt]),
  )
}

/**
 * The promises of one report that are still open and would move if it were under other terms. What was kept, or missed, already
 * is not counted: no terms change that. Worked case: received Monday 09:00, 48 h instead of 24 h → acknowledge, Tuesday → Wednesday.
 */
export function movedPromises(input: ClockInput, terms: PolicyTerms, now: Instant): MovedPromise[] {
  const shiftMs = (terms.announce.delayDays - input.terms.announce.delayDays) * dayMs
  const notBefore = input.notBefore === null ? null : plusMs(input.notBefore, shiftMs)
  const old = dueBy(input, now)
  const next = dueBy({ ...input, terms, notBefore }, now)
  return promised.flatMap((kind): MovedPromise[] => {
    const [from, to] = [old.get(kind) ?? null, next.get(kind) ?? null]
    return from === to ? [] : [{ kind, from, to }]
  })
}

/** The promises to a report that came now and were acknowledged at once, under the terms in force and under others. */
export function samplePromises(now: Instant, inForce: PolicyTerms, other: PolicyTerms): MovedPromise[] {
  const dueUnder = (terms: PolicyTerms) => {
    const bare = {
      terms,
      reportId: 'sample',
      receivedAt: now,
      reporterDeadline: null,
      embargoUntil: null,
      notBefore: null,
    }
    const acknowledged = [{ type: 'acknowledged' as const, at: now, data: { handlerId: '' } }]
    const later = dueBy({ ...bare, events: acknowledged }, now)
    return new Map([...later, ...dueBy({ ...bare, events: [] }, now)])
  }
  const [old, next] = [dueUnder(inForce), dueUnder(other)]
  return promised.flatMap((kind): MovedPromise[] => {
    const [from, to] = [old.get(kind) ?? null, next.get(kind) ?? null]
    return from === null && to === null ? [] : [{ kind, from, to }]
  })
}
