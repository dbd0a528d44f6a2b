import { dayMs, epochMs, type Instant } from '@/lib/instant'
import type { BusinessCalendar } from '@/domain/policies/terms'
import { offsetPeriodAt } from './offset-periods'

/** A local date as the number of days since 1970-01-01: weekdays and off-days become integer arithmetic. */
type DayNumber = number

/** Days from 1970-01-01 to a date written as 2026-11-20. */
export const dayNumberOf = (plainDate: string): DayNumber => Math.floor(Date.parse(plainDate) / dayMs)

/** The date of such a number, written as 2026-11-20. */
export const plainDateOf = (day: DayNumber): string => new Date(day * dayMs).toISOString().slice(0, 10)

/** ISO weekday, 1 Monday … 7 Sunday. Day 0 was a Thursday. */
export const weekdayOf = (day: DayNumber): number => ((((day + 3) % 7) + 7) % 7) + 1

/** The date on the wall at a moment in a zone. */
export function localDayAt(at: Instant, timeZone: string): DayNumber {
  const ms = epochMs(at)
  return Math.floor((ms + offsetPeriodAt(ms, timeZone).offsetMs) / dayMs)
}

/** Days on which nobody works although the weekday is a working day, both ends included. */
export interface DaysOff {
  from: string
  to: string
  name: string
}

interface DayTable {
  holidays: Map<DayNumber, string>
  shutdowns: Array<{ from: DayNumber; to: DayNumber; name: string }>
  weekdays: ReadonlySet<number>
}

// A calendar is never changed in place, so its table is read once per calendar.
const tables = new WeakMap<BusinessCalendar, DayTable>()

function tableOf(calendar: BusinessCalendar): DayTable {
  let table = tables.get(calendar)
  if (!table) {
    table = {
      holidays: new Map(calendar.holidays.map(({ date, name }) => [dayNumberOf(date), name])),
      shutdowns: calendar.shutdowns.map(({ from, to, name }) => ({
        from: dayNumberOf(from),
        to: dayNumberOf(to),
        name,
      })),
      weekdays: new Set(calendar.workingDays),
    }
    tables.set(calendar, table)
  }
  return table
}

/** The name of the public holiday or shutdown on that local date, or null. */
export function dayOffName(day: DayNumber, calendar: BusinessCalendar): string | null {
  const { holidays, shutdowns } = tableOf(calendar)
  return holidays.get(day) ?? shutdowns.find(({ from, to }) => from <= day && day <= to)?.name ?? null
}

/** Is the local date a working day: the right weekday, no holiday, no shutdown? */
export const isWorkingDay = (day: DayNumber, calendar: BusinessCalendar): boolean =>
  tableOf(calendar).weekdays.has(weekdayOf(day)) && dayOffName(day, calendar) === null

/** The holidays and shutdowns that touch the local dates of a span, earliest first: why a due instant is later than one would count. */
export function daysOffBetween(from: Instant, until: Instant, calendar: BusinessCalendar): DaysOff[] {
  const first = localDayAt(from, calendar.timeZone)
  const last = localDayAt(until, calendar.timeZone)
  const { holidays, shutdowns, weekdays } = tableOf(calendar)
  const named: DaysOff[] = []
  for (const [day, name] of holidays) {
    if (first <= day && day <= last && weekdays.has(weekdayOf(day))) {
      named.push({ from: plainDateOf(day), to: plainDateOf(day), name })
    }
  }
  for (const { from: start, to: end, name } of shutdowns) {
    if (start <= last && end >= first) named.push({ from: plainDateOf(start), to: plainDateOf(end), name })
  }
  return named.sort((a, b) => a.from.localeCompare(b.from))
}
