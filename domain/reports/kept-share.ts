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

/** Of so many decided promises, so many were kept. */
export interface KeptCount {
  decided: number
  kept: number
}

/** Decided: met, late, or overdue. Running and paused ones say nothing yet. */
const isDecided = ({ status }: Clock): boolean => status !== 'running' && status !== 'paused'

/** Counts the promises that are decided, and those of them that were kept in time. */
export function countKept(clocks: readonly Clock[]): KeptCount {
  const decided = clocks.filter(isDecided)
  return { decided: decided.length, kept: decided.filter(({ status }) => status === 'met').length }
}

/**
 * The share of promises kept, over those that are decided. null: too few to say. Worked case: met after 5 h, 7 h and 9 h, twice overdue → 60 %, typically 7 h.
 */
export function keptShare(clocks: readonly Clock[]): KeptShare | null {
  const { decided, kept } = countKept(clocks)
  if (decided < fewestCases) return null
  const lengths = clocks
    .filter(isDecided)
    .flatMap(({ startedAt, metAt }) => (metAt === null ? [] : [msBetween(startedAt, metAt)]))
    .sort((a, b) => a - b)
  return {
    reports: decided,
    percent: Math.floor((kept / decided) * 100),
    typicalMs: lengths.length === 0 ? null : percentile(lengths, 0.5),
  }
}
