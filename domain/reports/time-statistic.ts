/** Fewer would tell outsiders about single reports. */
export const fewestCases = 5

/** How long something took over several cases. Lengths in milliseconds. */
export interface TimeStatistic {
  /** How many it is computed from. */
  cases: number
  medianMs: number
  percentile90Ms: number
}

/**
 * Median and 90th percentile of lengths in milliseconds; null: too few to say.
 * Worked case: 1 h, 2 h, 3 h, 4 h, 10 h → half within 3 h, nine in ten within 7 h 36 min.
 */
export function timeStatistic(lengthsMs: readonly number[]): TimeStatistic | null {
  if (lengthsMs.length < fewestCases) return null
  const sorted = lengthsMs.toSorted((a, b) => a - b)
  return {
    cases: sorted.length,
    medianMs: percentile(sorted, 0.5),
    percentile90Ms: percentile(sorted, 0.9),
  }
}

/**
 * The value below which that share of the sorted values lies, between two of them in proportion: what SQL calls
 * percentile_cont. `share` is from 0 to 1; there must be at least one value.
 */
export function percentile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1)
  const lower = sorted[Math.floor(place)]!
  const upper = sorted[Math.ceil(place)]!
  return lower + (upper - lower) * (place - Math.floor(place))
}
