import { Temporal } from 'temporal-polyfill'
import { latest, toInstant, type Instant } from '@/lib/instant'
import { dayWarnings, type ScheduleContext } from './schedule'

const daysLooked = 60

/**
 * A good instant to propose: the first day, from the earliest announcement on, that draws no warning, at the policy's preferred time
 * (10:00 where it names none). null while lines are missing, and when 60 days hold no such day.
 */
export function suggestedInstant({
  notBefore,
  terms,
  now,
}: Pick<ScheduleContext, 'notBefore' | 'terms' | 'now'>): Instant | null {
  if (notBefore.waitsFor.length > 0) return null
  const from = latest([now, notBefore.at ?? now]) ?? now
  const zone = terms.businessCalendar.timeZone
  const start = Temporal.Instant.from(from).toZonedDateTimeISO(zone).toPlainDate()
  const time = Temporal.PlainTime.from(terms.announce.preferredTime ?? '10:00')
  for (let day = 0; day < daysLooked; day++) {
    const instant = toInstant(start.add({ days: day }).toZonedDateTime({ timeZone: zone, plainTime: time }))
    if (instant >= from && instant > now && dayWarnings(instant, terms).length === 0) return instant
  }
  return null
}
