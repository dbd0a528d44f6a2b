import { Temporal } from 'temporal-polyfill'
import { toInstant, type Instant } from '@/lib/instant'
import { dayOffName, localDayAt, plainDateOf, weekdayOf } from '@/domain/clocks/working-day'
import type { PolicyTerms } from './terms'

const searchedDays = 2 * 366

/**
 * The first instant not before `notBefore` that falls on a preferred weekday and time and, where the terms say so, on no
 * holiday or shutdown, in the calendar's zone. No preferred weekdays: any day. No preferred time: the first moment of
 * the day. null when the next two years hold none. Throws RangeError for an unknown zone.
 * Worked case: not before Friday 10:00, preferred Tuesday to Thursday 14:00: Tuesday 14:00.
 */
export function preferredInstant(
  notBefore: Instant,
  { announce, businessCalendar }: Pick<PolicyTerms, 'announce' | 'businessCalendar'>,
): Instant | null {
  const { preferredWeekdays, preferredTime, avoidHolidays } = announce
  const { timeZone } = businessCalendar
  const firstDay = localDayAt(notBefore, timeZone)
  for (let day = firstDay; day < firstDay + searchedDays; day++) {
    if (preferredWeekdays.length > 0 && !preferredWeekdays.includes(weekdayOf(day))) continue
    if (avoidHolidays && dayOffName(day, businessCalendar) !== null) continue
    const moments =
      preferredTime === null
        ? [day === firstDay ? notBefore : startOf(day, timeZone)]
        : momentsOf(day, preferredTime, timeZone)
    const fit = moments.find((at) => at >= notBefore && localDayAt(at, timeZone) === day)
    if (fit) return fit
  }
  return null
}

const startOf = (day: number, timeZone: string): Instant =>
  toInstant(Temporal.PlainDate.from(plainDateOf(day)).toZonedDateTime(timeZone))

/** A time on the wall comes twice when the clocks go back; when they go forward over it, the moment just after stands in. */
function momentsOf(day: number, time: string, timeZone: string): Instant[] {
  const wall = Temporal.PlainDateTime.from(`${plainDateOf(day)}T${time}`)
  const first = toInstant(wall.toZonedDateTime(timeZone, { disambiguation: 'compatible' }))
  const second = toInstant(wall.toZonedDateTime(timeZone, { disambiguation: 'later' }))
  return first === second ? [first] : [first, second]
}
