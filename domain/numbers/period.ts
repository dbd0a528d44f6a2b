import { Temporal } from 'temporal-polyfill'
import { toInstant, type Instant } from '@/lib/instant'

/** The days that numbers are about, in the zone of the project's calendar; both days belong to it. */
export interface Period {
  from: string
  until: string
  timeZone: string
  since: Instant
  /** The first instant after it. */
  before: Instant
  /** Its months in order, as `2026-11`. */
  months: string[]
}

/** The longest period that is computed at once. */
export const mostMonths = 60
/** The usual one: this month and the eleven before it. */
const usualMonths = 12

/**
 * The period between two days as an address names them. A day that is none, or a first day after the last, is as good as not named;
 * a period that is too long begins later. Worked case: nothing named on 22 November 2026 → 1 December 2025 to 22 November 2026.
 */
export function periodOf(
  named: { from?: string | undefined; until?: string | undefined },
  timeZone: string,
  now: Instant,
): Period {
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).toPlainDate()
  const until = dayNamed(named.until) ?? today
  const usual = firstOfMonth(until, usualMonths - 1)
  const asked = dayNamed(named.from) ?? usual
  const earliest = firstOfMonth(until, mostMonths - 1)
  const fits = Temporal.PlainDate.compare(asked, until) <= 0
  const from = !fits ? usual : Temporal.PlainDate.compare(asked, earliest) < 0 ? earliest : asked
  return {
    from: from.toString(),
    until: until.toString(),
    timeZone,
    since: toInstant(from.toZonedDateTime(timeZone)),
    before: toInstant(until.add({ days: 1 }).toZonedDateTime(timeZone)),
    months: monthsBetween(from.toPlainYearMonth(), until.toPlainYearMonth()),
  }
}

/** The month of an instant in a time zone: `2026-11`. */
export const monthOf = (instant: Instant, timeZone: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toPlainYearMonth().toString()

const firstOfMonth = (day: Temporal.PlainDate, monthsBefore: number): Temporal.PlainDate =>
  day.with({ day: 1 }).subtract({ months: monthsBefore })

/** Years a calendar of four digits has and a database can store. */
function dayNamed(text: string | undefined): Temporal.PlainDate | null {
  if (text === undefined || !/^(?:19|20|21)\d\d-\d\d-\d\d$/.test(text)) return null
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch {
    return null
  }
}

function monthsBetween(first: Temporal.PlainYearMonth, last: Temporal.PlainYearMonth): string[] {
  const months = first.until(last, { largestUnit: 'months' }).months + 1
  return Array.from({ length: months }, (_, index) => first.add({ months: index }).toString())
}
