import { dayMs, earliest, plusMs, type Instant } from '@/lib/instant'
import { agreedUntil, type EmbargoProposal } from './counter-proposal'

/** Until when the case stays private, and on what ground. */
export interface EmbargoInForce {
  until: Instant
  because: 'agreed' | 'reporter_date' | 'policy'
}

interface Known {
  proposals: readonly EmbargoProposal[]
  /** The own dates of the reporters; null: none. */
  reporterDates: readonly (Instant | null)[]
  receivedAt: Instant
  /** The longest embargo the policy promises; null: it promises none. */
  longestDays: number | null
}

const byPolicy = ({ receivedAt, longestDays }: Pick<Known, 'receivedAt' | 'longestDays'>): Instant | null =>
  longestDays === null ? null : plusMs(receivedAt, longestDays * dayMs)

/**
 * The embargo as it stands: what was agreed last, else what the policy promises at most; a shorter wish of the reporter wins over
 * both. An own date before an agreement was stated after it: agreeing moves the own date along. null: nothing ends it yet.
 * Worked case: the policy says 90 days, the reporter publishes on day 30 → day 30. Source: CERT/CC, Vultron, embargo management.
 */
export function embargoInForce(known: Known, now: Instant): EmbargoInForce | null {
  const agreed = agreedUntil(known.proposals, now)
  const ours = agreed ?? byPolicy(known)
  const wish = earliest(known.reporterDates.flatMap((date) => date ?? []))
  if (wish !== null && (ours === null || wish < ours)) return { until: wish, because: 'reporter_date' }
  return ours === null ? null : { until: ours, because: agreed === null ? 'policy' : 'agreed' }
}

/** A reporter who shortens the embargo needs no consent: nobody can be made to wait longer than they agreed to. */
export const standsAtOnce = (until: Instant, inForce: EmbargoInForce | null): boolean =>
  inForce !== null && until < inForce.until

/**
 * Until when a reporter's silence accepts what the team proposes: it does so only within what the policy promises at most, and
 * never against a date of their own. null: without an answer the proposal lapses.
 */
export function silenceAcceptsAt(
  until: Instant,
  {
    receivedAt,
    longestDays,
    silenceDays,
    reporterDate,
  }: Pick<Known, 'receivedAt' | 'longestDays'> & { silenceDays: number; reporterDate: Instant | null },
  now: Instant,
): Instant | null {
  const limit = byPolicy({ receivedAt, longestDays })
  const isOurDefault = limit !== null && until <= limit
  return isOurDefault && (reporterDate === null || until <= reporterDate)
    ? plusMs(now, silenceDays * dayMs)
    : null
}
