import type { Clock } from '@/domain/clocks/clock'
import type { PolicyTerms } from '@/domain/policies/terms'
import { plusMs, type Instant } from '@/lib/instant'
import { withoutPromiseMs } from './reminder'

/** The clocks by which the team owes the reporter a word. */
const owed = ['acknowledge', 'respond', 'keep_informed'] as const

/** What the reporter waits for in vain, and since when. */
export interface BrokenPromise {
  /** The last two stand in for promises of a policy that gives no number for its acknowledgement. */
  kind: (typeof owed)[number] | 'unacknowledged' | 'own_date'
  dueAt: Instant
}

interface OneReport {
  clocks: readonly Clock[]
  receivedAt: Instant
  /** By whatever way; closing the case counts. */
  acknowledgedAt: Instant | null
}

/**
 * The promises to this reporter that are overdue and not met. Where the policy gives no number for its acknowledgement, a week without
 * one counts, and the date that the reporter named, once it has passed without an announcement.
 */
export function brokenPromises(
  { clocks, receivedAt, acknowledgedAt }: OneReport,
  now: Instant,
): BrokenPromise[] {
  const isBroken = (kind: Clock['kind']) => (clock: Clock) =>
    clock.kind === kind && clock.status === 'breached'
  const promised = owed.flatMap((kind) => clocks.filter(isBroken(kind)).map(({ dueAt }) => ({ kind, dueAt })))
  if (clocks.some(({ kind }) => kind === 'acknowledge')) return promised
  const weekOver = plusMs(receivedAt, withoutPromiseMs)
  return [
    ...(acknowledgedAt === null && now > weekOver
      ? [{ kind: 'unacknowledged' as const, dueAt: weekOver }]
      : []),
    ...promised,
    ...clocks
      .filter(isBroken('reporter_deadline'))
      .map(({ dueAt }) => ({ kind: 'own_date' as const, dueAt })),
  ]
}

/** Whether the policy lets the reporter publish on their own terms now: it says so, and a promise is broken. */
export const mayPublishNow = (
  terms: Pick<PolicyTerms, 'reporterMayPublishIfIgnored'>,
  broken: readonly BrokenPromise[],
): boolean => terms.reporterMayPublishIfIgnored && broken.length > 0
