import { dayMs, epochMs, hourMs, minuteMs, toInstant, type Instant } from '@/lib/instant'
import { ok, refuse, type Result } from '@/lib/result'
import type { BusinessCalendar } from '@/domain/policies/terms'
import { isTimeZone, offsetPeriodAt } from './offset-periods'
import { isWorkingDay } from './working-day'

/**
 * Business time: an instant works when its local date is a working day and its local time of day lies within
 * the working hours (`from <= time < to`; the whole day when there are none). Only real time counts, so a whole
 * working day has 24 hours, and 23 or 25 when the clocks change on it.
 */

/** How far a due instant is looked for before the calendar is refused. */
export const horizonDays = 3660

export type CalendarRefusal =
  | { code: 'unknown_zone'; timeZone: string }
  /** Not enough working time within the horizon, e.g. a shutdown of many years. */
  | { code: 'never_works'; from: Instant; horizonDays: number }

interface WorkingInterval {
  fromMs: number
  toMs: number
}

const timeOfDayMs = (time: string): number =>
  Number(time.slice(0, 2)) * hourMs + Number(time.slice(3, 5)) * minuteMs

/** The working time within `[fromMs, untilMs)` in order, as epoch milliseconds. Throws RangeError for an unknown zone. */
function* workingIntervals(
  fromMs: number,
  untilMs: number,
  calendar: BusinessCalendar,
): Generator<WorkingInterval> {
  const { workingHours, timeZone } = calendar
  const opensMs = workingHours ? timeOfDayMs(workingHours.from) : 0
  const closesMs = workingHours ? timeOfDayMs(workingHours.to) : dayMs
  // Between two changes of the zone's offset local time is plain arithmetic: no zoned dates in the loop.
  for (let at = fromMs; at < untilMs;) {
    const period = offsetPeriodAt(at, timeZone)
    const end = Math.min(period.untilMs, untilMs)
    for (let day = Math.floor((at + period.offsetMs) / dayMs); day * dayMs - period.offsetMs < end; day++) {
      if (!isWorkingDay(day, calendar)) continue
      const midnightMs = day * dayMs - period.offsetMs
      const interval = {
        fromMs: Math.max(at, midnightMs + opensMs),
        toMs: Math.min(end, midnightMs + closesMs),
      }
      if (interval.fromMs < interval.toMs) yield interval
    }
    at = end
  }
}

/**
 * The first instant by which `hours` of working time have passed since `start`; `start` itself for none.
 * Worked case: Friday 22:00, whole working days, Monday a holiday: 48 hours end on Wednesday 22:00 local.
 */
export const addBusinessHours = (
  start: Instant,
  hours: number,
  calendar: BusinessCalendar,
): Result<Instant, CalendarRefusal> => addBusinessMs(start, hours * hourMs, calendar)

/** As addBusinessHours, in milliseconds. */
export function addBusinessMs(
  start: Instant,
  ms: number,
  calendar: BusinessCalendar,
): Result<Instant, CalendarRefusal> {
  if (!isTimeZone(calendar.timeZone)) return refuse({ code: 'unknown_zone', timeZone: calendar.timeZone })
  if (ms <= 0) return ok(start)
  const startMs = epochMs(start)
  let leftMs = ms
  for (const { fromMs, toMs } of workingIntervals(startMs, startMs + horizonDays * dayMs, calendar)) {
    if (leftMs <= toMs - fromMs) return ok(toInstant(fromMs + leftMs))
    leftMs -= toMs - fromMs
  }
  return refuse({ code: 'never_works', from: start, horizonDays })
}

/** Working milliseconds between two instants; 0 when the later one is not later. Throws RangeError for an unknown zone. */
export function businessMsBetween(earlier: Instant, later: Instant, calendar: BusinessCalendar): number {
  let sum = 0
  for (const { fromMs, toMs } of workingIntervals(epochMs(earlier), epochMs(later), calendar)) {
    sum += toMs - fromMs
  }
  return sum
}

/** Does the team work at that instant? Throws RangeError for an unknown zone. */
export function isWorkingInstant(at: Instant, calendar: BusinessCalendar): boolean {
  const ms = epochMs(at)
  return !workingIntervals(ms, ms + 1, calendar).next().done
}
