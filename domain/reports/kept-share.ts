import { msBetween } from '@/lib/instant'
import type { Clock } from '@/domain/clocks/clock'
import { fewestCases, percentile } from './time-statistic'

/** How a promise was kept over several reports. */
export interface KeptShare {
  /** How many reports it is computed from. */
  reports: number
  /** Percent kept in time, rounded down. */
  percent: number
  /** Median from start to met; null: none was met. */
  typicalMs: number | null
}

/**
 * The share of promises kept, over those that are decided: met, late, or overdue. Running and paused ones say nothing yet.
 * null: too few to say. Worked case: met after 5 h, 7 h and 9 h, twice overdue → 60 %, typically 7 h.
 */
export function keptShare(clocks: readonly Clock[]): KeptShare | null {
  const decided = clocks.filter(({ status }) => status !== 'running' && status !== 'paused')
  if (decided.length < fewestCases) return null
  const kept = decided.filter(({ status }) => status === 'met').length
  const lengths = decided
    .flatMap(({ startedAt, metAt }) => (metAt === null ? [] : [msBetween(startedAt, metAt)]))
    .sort((a, b) => a - b)
  return {
    reports: decided.length,
    percent: Math.floor((kept / decided.length) * 100),
    typicalMs: lengths.length === 0 ? null : percentile(lengths, 0.5),
  }
}
