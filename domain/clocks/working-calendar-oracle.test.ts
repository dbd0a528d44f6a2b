import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { dayMs, epochMs, hourMs, minuteMs, toInstant } from '@/lib/instant'
import type { BusinessCalendar } from '@/domain/policies/terms'
import { addBusinessHours, businessMsBetween } from './working-calendar'
import { plainDateOf } from './working-day'

/** Slow and plain: look at the wall clock of every single minute, as the ICU library of the runtime shows it. */
function minuteCounter(calendar: BusinessCalendar) {
  const wall = new Intl.DateTimeFormat('sv-SE', {
    timeZone: calendar.timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  })
  return (ms: number): boolean => {
    const [date, time] = wall.format(ms).split(' ') as [string, string]
    const weekday = new Date(date).getUTCDay() || 7
    return (
      calendar.workingDays.includes(weekday) &&
      !calendar.holidays.some((holiday) => holiday.date === date) &&
      !calendar.shutdowns.some(({ from, to }) => from <= date && date <= to) &&
      (calendar.workingHours === null ||
        (calendar.workingHours.from <= time && time < calendar.workingHours.to))
    )
  }
}

const zones = [
  'Australia/Lord_Howe', // half an hour of daylight saving
  'America/St_Johns', // changed at one minute past midnight until 2011
  'Asia/Kathmandu', // +05:45, no changes
  'Pacific/Apia', // 30 December 2011 never happened
  'America/Santiago', // changes at midnight
  'America/Havana', // a midnight that comes twice
  'Pacific/Chatham', // +12:45, changes at 02:45
  'Africa/Casablanca', // four changes around Ramadan
  'Asia/Tehran', // changed at midnight, then stopped
  'Europe/Berlin',
  'America/New_York',
  'Europe/Dublin',
]

/** Moments at which the zone's clocks changed or will change, and one ordinary moment. */
function anchorsOf(timeZone: string): number[] {
  const anchors = [Date.parse('2026-11-20T21:00:00Z')]
  let at: Temporal.ZonedDateTime | null =
    Temporal.Instant.from('2007-01-01T00:00Z').toZonedDateTimeISO(timeZone)
  while ((at = at.getTimeZoneTransition('next')) && at.year < 2032) anchors.push(at.epochMilliseconds)
  return anchors
}

const time = (hour: number, minute: number) =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`

const caseIn = (timeZone: string) =>
  fc
    .record({
      anchor: fc.constantFrom(...anchorsOf(timeZone)),
      minutesBefore: fc.integer({ min: -12 * 60, max: 48 * 60 }),
      hours: fc.integer({ min: 1, max: 30 }),
      workingDays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 4 }),
      workingHours: fc.option(
        fc.tuple(
          fc.integer({ min: 0, max: 11 }),
          fc.integer({ min: 12, max: 23 }),
          fc.constantFrom(0, 15, 30),
        ),
      ),
      holidaysAfter: fc.array(fc.integer({ min: -2, max: 4 }), { maxLength: 2 }),
      shutdownAfter: fc.option(fc.integer({ min: -2, max: 3 }), { freq: 4 }),
    })
    .map((drawn) => {
      const anchorDay = Math.floor(drawn.anchor / dayMs)
      const shutdown = drawn.shutdownAfter === null ? null : anchorDay + drawn.shutdownAfter
      const calendar: BusinessCalendar = {
        timeZone,
        workingDays: drawn.workingDays,
        workingHours: drawn.workingHours && {
          from: time(drawn.workingHours[0], drawn.workingHours[2]),
          to: time(drawn.workingHours[1], drawn.workingHours[2]),
        },
        holidayRegion: null,
        holidays: drawn.holidaysAfter.map((after) => ({
          date: plainDateOf(anchorDay + after),
          name: 'Holiday',
        })),
        shutdowns:
          shutdown === null
            ? []
            : [{ from: plainDateOf(shutdown), to: plainDateOf(shutdown + 1), name: 'Away' }],
      }
      return { startMs: drawn.anchor - drawn.minutesBefore * minuteMs, hours: drawn.hours, calendar }
    })

const patienceMs = 6 * dayMs

describe('business time agrees with looking at the wall clock every minute', () => {
  test.each(zones)('%s', (timeZone) => {
    fc.assert(
      fc.property(caseIn(timeZone), ({ startMs, hours, calendar }) => {
        const works = minuteCounter(calendar)
        let minutes = 0
        let ms = startMs
        while (minutes < hours * 60 && ms < startMs + patienceMs) {
          if (works(ms)) minutes++
          ms += minuteMs
        }
        const due = addBusinessHours(toInstant(startMs), hours, calendar)
        expect(due.ok).toBe(true)
        if (!due.ok) return
        if (minutes === hours * 60) expect(due.value).toBe(toInstant(ms))
        else expect(epochMs(due.value)).toBeGreaterThan(ms)
        expect(businessMsBetween(toInstant(startMs), toInstant(ms), calendar)).toBe(minutes * minuteMs)
        expect(businessMsBetween(toInstant(startMs), due.value, calendar)).toBe(hours * hourMs)
      }),
      { numRuns: 50, seed: 20261120 },
    )
  })
})
