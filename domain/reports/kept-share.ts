import { msBetween } from '@/lib/instant'
import type { Clock } from '@/domain/clocks/clock'

/** How a promise was kept over several reports. */
export interface KeptShare {
  /** Percent kept in time, rounded down; null: too few decided to say. */
  percent: number | null
  /** Median from start to met; null: none was met, or too few decided. */
  typicalMs: number | null
}

/** Fewer would tell outsiders about single reports. */
const fewest = 3

/**
 * The share of promises kept, over those that are decided: met, late, or overdue. Running and paused ones say nothing yet.
 * Worked case: met after 5 h, met after 9 h, overdue → 66 %, typically 7 h.
 */
export function keptShare(clocks: readonly Clock[]): KeptShare {
  const decided = clocks.filter(({ status }) => status !== 'running' && status !== 'paused')
  if (decided.length < fewest) return { percent: null, typicalMs: null }
  const kept = decided.filter(({ status }) => status === 'met').length
  const lengths = decided
    .flatMap(({ startedAt, metAt }) => (metAt === null ? [] : [msBetween(startedAt, metAt)]))
    .sort((a, b) => a - b)
  return { percent: Math.floor((kept / decided.length) * 100), typicalMs: median(lengths) }
}

function median(sorted: readonly number[]): number | null {
  if (sorted.length === 0) return null
  const middle = sorted.length / 2
  return Number.isInteger(middle) ? (sorted[middle - 1]! + sorted[middle]!) / 2 : sorted[Math.floor(middle)]!
}
