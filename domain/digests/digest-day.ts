import { Temporal } from 'temporal-polyfill'
import { isWorkingDay, dayNumberOf } from '@/domain/clocks/working-day'
import type { BusinessCalendar } from '@/domain/policies/terms'
import { toInstant, type Instant } from '@/lib/instant'

export const digestKinds = ['daily', 'weekly'] as const
export type DigestKind = (typeof digestKinds)[number]

/** Sent from 08:00 on in the person's zone; a desk that was down then still sends until noon. */
const from = Temporal.PlainTime.from('08:00')
const until = Temporal.PlainTime.from('12:00')
/** How far the next working day is looked for. */
const farthestDays = 30

const isWorking = (date: Temporal.PlainDate, calendars: readonly BusinessCalendar[]) =>
  calendars.some((calendar) => isWorkingDay(dayNumberOf(date.toString()), calendar))

/** The local date (`2026-11-23`) whose morning it is for somebody in this zone; null: it is not morning there. */
export function morningOf(now: Instant, timeZone: string): string | null {
  const local = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone)
  const time = local.toPlainTime()
  const isMorning = Temporal.PlainTime.compare(time, from) >= 0 && Temporal.PlainTime.compare(time, until) < 0
  return isMorning ? local.toPlainDate().toString() : null
}

/** The kinds of digest that are for this date: the daily one on a day on which one of the person's projects works, the weekly one on Mondays. */
export function digestsOn(date: string, calendars: readonly BusinessCalendar[]): DigestKind[] {
  const day = Temporal.PlainDate.from(date)
  return [
    ...(isWorking(day, calendars) ? (['daily'] as const) : []),
    ...(day.dayOfWeek === 1 ? (['weekly'] as const) : []),
  ]
}

/**
 * Up to when a promise belongs into the digest of a morning: the end of the next working day there, so that a Friday's digest names what
 * is due at the weekend and on Monday.
 */
export function digestHorizon(
  date: string,
  timeZone: string,
  calendars: readonly BusinessCalendar[],
): Instant {
  let day = Temporal.PlainDate.from(date).add({ days: 1 })
  for (let looked = 1; looked < farthestDays && !isWorking(day, calendars); looked++)
    day = day.add({ days: 1 })
  return toInstant(day.add({ days: 1 }).toZonedDateTime(timeZone))
}
