import { Temporal } from 'temporal-polyfill'

/** A stretch in which a zone's clocks keep one distance to UTC: local = UTC + offsetMs for `fromMs <= utc < untilMs`. */
interface OffsetPeriod {
  fromMs: number
  untilMs: number
  offsetMs: number
}

// Offsets are constants of the zone database, so remembering them keeps the rules pure; the cap bounds memory.
const knownPeriods = new Map<string, OffsetPeriod[]>()
const maxZones = 1000

const zoned = (ms: number, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone)

/** The period around a moment (epoch milliseconds). Throws RangeError for an unknown zone. */
export function offsetPeriodAt(ms: number, timeZone: string): OffsetPeriod {
  let periods = knownPeriods.get(timeZone)
  const known = periods?.find((period) => period.fromMs <= ms && ms < period.untilMs)
  if (known) return known

  const at = zoned(ms, timeZone)
  const next = at.getTimeZoneTransition('next')
  // "previous" looks strictly before, and a change at this very moment belongs to it.
  const previous = zoned(ms + 1, timeZone).getTimeZoneTransition('previous')
  const period: OffsetPeriod = {
    fromMs: previous ? previous.epochMilliseconds : -Infinity,
    untilMs: next ? next.epochMilliseconds : Infinity,
    offsetMs: at.offsetNanoseconds / 1e6,
  }
  if (!periods) {
    if (knownPeriods.size >= maxZones) knownPeriods.clear()
    knownPeriods.set(timeZone, (periods = []))
  }
  periods.push(period)
  return period
}

/**
 * Is it the name of a zone in the IANA database, e.g. `Europe/Berlin` or `UTC`? A bare offset such as `+01:00` is not, nor is a date with
 * a zone in it: calculations take both, but not everything that writes a time down does.
 */
export function isTimeZone(name: string): boolean {
  if (knownPeriods.has(name)) return true
  if (!/^[A-Za-z][\w+/-]*$/.test(name)) return false
  try {
    offsetPeriodAt(0, name)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
