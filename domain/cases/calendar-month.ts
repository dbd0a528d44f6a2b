import { Temporal } from 'temporal-polyfill'
import { toInstant, type Instant } from '@/lib/instant'

/** A month as a sheet of whole weeks. */
export interface CalendarMonth {
  /** `2026-11` */
  month: string
  previous: string
  next: string
  /** In this time zone a day begins and ends. */
  timeZone: string
  today: string
  /** Dates from the Monday before the first of the month, or the first itself, to the Sunday after the last. */
  days: string[]
  from: Instant
  /** The first instant after the sheet. */
  until: Instant
}

/**
 * The sheet of a month (`2026-11`; the month of `now` when left out) in a time zone. Days are as long as they are there:
 * 23 or 25 hours when clocks change. Worked case: November 2026 runs from Monday 26 October to Sunday 6 December.
 */
export function calendarMonth(month: string | undefined, timeZone: string, now: Instant): CalendarMonth {
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).toPlainDate()
  const shown = month === undefined ? today.toPlainYearMonth() : Temporal.PlainYearMonth.from(month)
  const first = shown.toPlainDate({ day: 1 })
  const last = shown.toPlainDate({ day: shown.daysInMonth })
  const begin = first.subtract({ days: first.dayOfWeek - 1 })
  const end = last.add({ days: 8 - last.dayOfWeek })
  const days = Array.from({ length: begin.until(end).days }, (_, index) =>
    begin.add({ days: index }).toString(),
  )
  return {
    month: shown.toString(),
    previous: shown.subtract({ months: 1 }).toString(),
    next: shown.add({ months: 1 }).toString(),
    timeZone,
    today: today.toString(),
    days,
    from: toInstant(begin.toZonedDateTime(timeZone)),
    until: toInstant(end.toZonedDateTime(timeZone)),
  }
}

/** The date of an instant in a time zone: `2026-11-25`. */
export const dateOf = (instant: Instant, timeZone: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString()
