import ical, { ICalEventBusyStatus, ICalEventClass, ICalEventTransparency } from 'ical-generator'
import { calendarKindLabel } from '@/domain/cases/calendar-kinds'
import type { Instant } from '@/lib/instant'
import type { CalendarEntry } from './calendar-entries'

/**
 * Dates as iCalendar (RFC 5545). Calendars are often shared, and kept by others: an event names its case by the reference
 * and says nothing else about it.
 */
export function calendarIcs(
  entries: readonly CalendarEntry[],
  { origin, now }: { origin: string; now: Instant },
): string {
  const calendar = ical({
    name: 'Disclosure Desk',
    prodId: { company: 'Disclosure Desk', product: 'Calendar' },
  })
  const seen = new Map<string, number>()
  for (const { kind, reference, at } of entries) {
    // The same date keeps its id when it moves, so that reading the file again moves the event.
    const name = `${reference}.${kind}`
    const nth = (seen.get(name) ?? 0) + 1
    seen.set(name, nth)
    calendar.createEvent({
      id: `${name}.${nth}@${new URL(origin).hostname}`,
      start: new Date(at),
      stamp: new Date(now),
      summary: `${reference}: ${calendarKindLabel[kind].toLowerCase()}`,
      url: `${origin}/console/cases/${reference}`,
      class: ICalEventClass.PRIVATE,
      transparency: ICalEventTransparency.TRANSPARENT,
      busystatus: ICalEventBusyStatus.FREE,
    })
  }
  return calendar.toString()
}
