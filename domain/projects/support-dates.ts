import { Temporal } from 'temporal-polyfill'
import { dayNumberOf, localDayAt, plainDateOf } from '@/domain/clocks/working-day'
import { plusMs, toInstant, type Instant } from '@/lib/instant'

/** Support as people say it: dates in the policy's zone, both days included. */
export interface SupportDates {
  from: string
  /** null: no end announced. */
  until: string | null
}

const startOfDay = (date: string, timeZone: string): Instant =>
  toInstant(Temporal.PlainDate.from(date).toZonedDateTime(timeZone))

/**
 * The instants between which a line is supported: from the start of the first day until the end of the last, which is the
 * start of the day after. Worked case: until 2027-03-27 in Europe/Berlin ends at 2027-03-27T23:00Z.
 */
export const supportInstants = ({ from, until }: SupportDates, timeZone: string) => ({
  supportedFrom: startOfDay(from, timeZone),
  supportedUntil: until === null ? null : startOfDay(plainDateOf(dayNumberOf(until) + 1), timeZone),
})

/** The same backwards, for a form and for a table. */
export const supportDates = (
  line: { supportedFrom: Instant; supportedUntil: Instant | null },
  timeZone: string,
): SupportDates => ({
  from: plainDateOf(localDayAt(line.supportedFrom, timeZone)),
  until:
    line.supportedUntil === null ? null : plainDateOf(localDayAt(plusMs(line.supportedUntil, -1), timeZone)),
})
