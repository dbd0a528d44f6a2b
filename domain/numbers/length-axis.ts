import { dayMs, hourMs } from '@/lib/instant'

/** An axis of lengths of time on which each step is as much longer: hours and months are both readable on it. */
export interface LengthAxis {
  marks: { label: string; place: number }[]
  /** Where a length stands, from 0 to 1. */
  placeOf(ms: number): number
}

const lengths = [
  { label: '1 h', ms: hourMs },
  { label: '1 day', ms: dayMs },
  { label: '1 week', ms: 7 * dayMs },
  { label: '30 days', ms: 30 * dayMs },
  { label: '90 days', ms: 90 * dayMs },
  { label: '1 year', ms: 365 * dayMs },
  { label: '3 years', ms: 3 * 365 * dayMs },
  { label: '10 years', ms: 10 * 365 * dayMs },
]

/** The axis from an hour to the first mark that is not before the longest length. */
export function axisOf(longestMs: number): LengthAxis {
  const end = lengths.findIndex(({ ms }, index) => index > 0 && ms >= longestMs)
  const shown = lengths.slice(0, end === -1 ? lengths.length : end + 1)
  const last = shown.at(-1)!.ms
  const placeOf = (ms: number) =>
    Math.min(1, Math.max(0, Math.log(Math.max(ms, 1) / hourMs) / Math.log(last / hourMs)))
  return { marks: shown.map(({ label, ms }) => ({ label, place: placeOf(ms) })), placeOf }
}
