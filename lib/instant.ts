/**
 * A moment, always in the one form `2026-11-20T21:00:00.000Z` (UTC, milliseconds).
 * The same value stands in a row, an event, a JSON body and a test, and two instants compare with `<`.
 */
export type Instant = `${number}-${number}-${number}T${string}Z`

export const minuteMs = 60_000
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

/** Instant from a Date, epoch milliseconds, or anything that prints itself as ISO 8601 with an offset. Throws RangeError on nonsense. */
export function toInstant(moment: Date | number | string | { epochMilliseconds: number }): Instant {
  const date =
    typeof moment === 'object' && 'epochMilliseconds' in moment
      ? new Date(moment.epochMilliseconds)
      : new Date(moment)
  return date.toISOString() as Instant
}

/** Milliseconds since 1970-01-01T00:00Z. */
export const epochMs = (instant: Instant): number => Date.parse(instant)

/** The instant `ms` milliseconds later (earlier when negative). */
export const plusMs = (instant: Instant, ms: number): Instant => toInstant(epochMs(instant) + ms)

/** `later − earlier` in milliseconds. */
export const msBetween = (earlier: Instant, later: Instant): number => epochMs(later) - epochMs(earlier)

/** The latest of the instants, or null of none. */
export const latest = (instants: readonly Instant[]): Instant | null =>
  instants.reduce<Instant | null>((max, at) => (max === null || at > max ? at : max), null)

/** The earliest of the instants, or null of none. */
export const earliest = (instants: readonly Instant[]): Instant | null =>
  instants.reduce<Instant | null>((min, at) => (min === null || at < min ? at : min), null)
