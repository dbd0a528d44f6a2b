import { dayMs, msBetween, type Instant } from '@/lib/instant'

/** What a published key is judged by. */
export interface KeyDates {
  /** The last moment at which something can be encrypted to it; null: never ends. */
  expiresAt: Instant | null
  removedAt: Instant | null
}

export type KeyStanding = 'usable' | 'expired' | 'removed'

/** Whether a project's key may be offered at that moment. An expired or removed key never is. */
export function keyStanding({ expiresAt, removedAt }: KeyDates, at: Instant): KeyStanding {
  if (removedAt !== null && removedAt <= at) return 'removed'
  return expiresAt !== null && expiresAt <= at ? 'expired' : 'usable'
}

/** Days before the expiry of a key at which the team is told; 0: it has expired. */
export const warningDays = [0, 1, 7, 30] as const

/**
 * The warning that holds now: the shortest of 30, 7 and 1 days that the key still has, 0 once it has expired; null: none.
 * Worked case: 6 days and 23 hours are left → 7.
 */
export function expiryWarning(
  { expiresAt }: Pick<KeyDates, 'expiresAt'>,
  now: Instant,
): (typeof warningDays)[number] | null {
  if (expiresAt === null) return null
  const leftMs = msBetween(now, expiresAt)
  return warningDays.find((days) => leftMs <= days * dayMs) ?? null
}
