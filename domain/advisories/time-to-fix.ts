import { latest, msBetween, type Instant } from '@/lib/instant'
import type { AffectedLine } from './affected-ranges'

/** A vulnerability as its advisory tells it: when it was reported, and the lines at the announcement and now. */
export interface AnnouncedFix {
  receivedAt: Instant
  announced: readonly AffectedLine[]
  standing: readonly AffectedLine[]
}

/**
 * Milliseconds from the report to the last patch release on the lines that had to be fixed; null while one of them waits for it,
 * and when none had to be fixed. A line that only joined after the announcement does not make the fix later.
 * Reported on the 1st, released on the 5th and the 9th, and on one more line asked for a month later → 8 days.
 */
export function timeToFix({ receivedAt, announced, standing }: AnnouncedFix): number | null {
  const hadToBeFixed = new Set(announced.filter(isToBeFixed).map(({ line }) => line))
  const lines = standing.filter((line) => hadToBeFixed.has(line.line) && isToBeFixed(line))
  if (lines.some(({ state }) => state === 'fix_pending')) return null
  const last = latest(lines.flatMap(({ releasedAt }) => releasedAt ?? []))
  // The fix may have been out before anybody reported what it fixes.
  return last === null ? null : Math.max(0, msBetween(receivedAt, last))
}

/** Development has no releases of its own, so nobody waits for one. */
const isToBeFixed = ({ isDevelopment, state }: AffectedLine): boolean =>
  !isDevelopment && (state === 'fixed' || state === 'fix_pending')
