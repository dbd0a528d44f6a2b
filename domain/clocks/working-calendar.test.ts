import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayMs, hourMs, plusMs, toInstant, type Instant } from '@/lib/instant'
import type { BusinessCalendar } from '@/domain/policies/terms'
import { isTimeZone } from './offset-periods'
import {
  addBusinessHours,
  addBusinessMs,
  businessMsBetween,
  horizonDays,
  isWorkingInstant,
} from './working-calendar'
import { dayNumberOf, daysOffBetween, localDayAt, plainDateOf, weekdayOf } from './working-day'

const berlin: BusinessCalendar = {
  timeZone: 'Europe/Berlin',
  workingDays: [1, 2, 3, 4, 5],
  workingHours: null,
  holidayRegion: null,
  holidays: [],
  shutdowns: [],
}
const officeHours = { from: '09:00', to: '17:00' }
const monday = (date: string) => [{ date, name: 'A holiday' }]

describe('addBusinessHours', () => {
  test('Friday 22:00 local, 48 business hours, Monday a holiday: due Wednesday 22:00 local', () => {
    const due = addBusinessHours(toInstant('2026-11-20T22:00+01:00'), 48, {
      ...berlin,
      holidays: monday('2026-11-23'),
    })
    expect(due).toEqual({ ok: true, value: toInstant('2026-11-25T22:00+01:00') })
  })

  const cases: Array<[string, string, number, Partial<BusinessCalendar>, string]> = [
    [
      'the same over the weekend on which the clocks go forward',
      '2026-03-27T22:00+01:00',
      48,
      { holidays: monday('2026-03-30') },
      '2026-04-01T22:00+02:00',
    ],
    [
      'the same over the weekend on which the clocks go back',
      '2026-10-23T22:00+02:00',
      48,
      { holidays: monday('2026-10-26') },
      '2026-10-28T22:00+01:00',
    ],
    [
      'a working Sunday of 23 hours: one hour later on the wall',
      '2026-03-28T22:00+01:00',
      48,
      { workingDays: [1, 2, 3, 4, 5, 6, 7] },
      '2026-03-30T23:00+02:00',
    ],
    [
      'a working Sunday of 25 hours: one hour earlier on the wall',
      '2026-10-24T22:00+02:00',
      48,
      { workingDays: [1, 2, 3, 4, 5, 6, 7] },
      '2026-10-26T21:00+01:00',
    ],
    [
      '48 business hours are two ordinary working days',
      '2026-11-17T10:30+01:00',
      48,
      {},
      '2026-11-19T10:30+01:00',
    ],
    ['a start at the weekend counts from Monday', '2026-11-21T12:00+01:00', 24, {}, '2026-11-24T00:00+01:00'],
    [
      'a day worked off to its end is due at midnight',
      '2026-11-20T00:00+01:00',
      24,
      {},
      '2026-11-21T00:00+01:00',
    ],
    [
      'no hours are due at once, even at the weekend',
      '2026-11-21T12:00+01:00',
      0,
      {},
      '2026-11-21T12:00+01:00',
    ],
    [
      'office hours: the rest of today, then tomorrow',
      '2026-11-17T15:00+01:00',
      4,
      { workingHours: officeHours },
      '2026-11-18T11:00+01:00',
    ],
    [
      'office hours over a weekend',
      '2026-11-20T16:00+01:00',
      9,
      { workingHours: officeHours },
      '2026-11-23T17:00+01:00',
    ],
    [
      'a shutdown, both ends included',
      '2026-12-23T12:00+01:00',
      24,
      { shutdowns: [{ from: '2026-12-24', to: '2027-01-01', name: 'Winter break' }] },
      '2027-01-04T12:00+01:00',
    ],
    [
      'the skipped 30 December 2011 of Samoa is no working day',
      '2011-12-29T12:00-10:00',
      24,
      { timeZone: 'Pacific/Apia', workingDays: [1, 2, 3, 4, 5, 6, 7] },
      '2011-12-31T12:00+14:00',
    ],
  ]
  test.each(cases)('%s', (_, start, hours, change, due) => {
    expect(addBusinessHours(toInstant(start), hours, { ...berlin, ...change })).toEqual({
      ok: true,
      value: toInstant(due),
    })
  })

  test('a calendar that never works is refused, in bounded time', () => {
    const start = toInstant('2026-11-20T12:00Z')
    const refusal = { ok: false, refusal: { code: 'never_works', from: start, horizonDays } }
    const away = { from: '2020-01-01', to: '2120-01-01', name: 'Gone' }
    expect(addBusinessHours(start, 1, { ...berlin, shutdowns: [away] })).toEqual(refusal)
    expect(addBusinessHours(start, 1, { ...berlin, workingHours: { from: '17:00', to: '09:00' } })).toEqual(
      refusal,
    )
    expect(addBusinessHours(start, 1, { ...berlin, timeZone: 'Mars/Olympus' })).toEqual({
      ok: false,
      refusal: { code: 'unknown_zone', timeZone: 'Mars/Olympus' },
    })
  })
})

const anInstant = fc
  .integer({ min: Date.parse('2012-01-01'), max: Date.parse('2035-01-01') })
  .map((ms): Instant => toInstant(ms))
const aCalendar = fc
  .record({
    timeZone: fc.constantFrom('Europe/Berlin', 'Australia/Lord_Howe', 'America/St_Johns', 'Asia/Kathmandu'),
    workingDays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
    workingHours: fc.constantFrom(null, officeHours, { from: '02:15', to: '02:45' }),
  })
  .map((drawn): BusinessCalendar => ({ ...berlin, ...drawn }))
const someMs = fc.integer({ min: 1, max: 40 * hourMs })

const added = (at: Instant, ms: number, calendar: BusinessCalendar): Instant => {
  const due = addBusinessMs(at, ms, calendar)
  if (!due.ok) throw new Error(due.refusal.code)
  return due.value
}

describe('business time', () => {
  test('what was added lies between, to the millisecond', () => {
    fc.assert(
      fc.property(anInstant, someMs, aCalendar, (start, ms, calendar) => {
        expect(businessMsBetween(start, added(start, ms, calendar), calendar)).toBe(ms)
      }),
    )
  })

  test('adding in two steps is adding at once', () => {
    fc.assert(
      fc.property(anInstant, someMs, someMs, aCalendar, (start, first, second, calendar) => {
        expect(added(added(start, first, calendar), second, calendar)).toBe(
          added(start, first + second, calendar),
        )
      }),
    )
  })

  test('never passes faster than the clock on the wall', () => {
    fc.assert(
      fc.property(anInstant, someMs, aCalendar, (start, ms, calendar) => {
        expect(businessMsBetween(start, plusMs(start, ms), calendar)).toBeLessThanOrEqual(ms)
        expect(added(start, ms, calendar) >= plusMs(start, ms)).toBe(true)
      }),
    )
  })

  test('is zero from a later instant to an earlier one', () => {
    expect(businessMsBetween(toInstant('2026-11-20T12:00Z'), toInstant('2026-11-19T12:00Z'), berlin)).toBe(0)
  })
})

test.each([
  ['2026-11-20T09:00+01:00', true],
  ['2026-11-20T08:59+01:00', false],
  ['2026-11-20T16:59+01:00', true],
  ['2026-11-20T17:00+01:00', false],
  ['2026-11-21T12:00+01:00', false],
])('office hours at %s: %s', (at, works) => {
  expect(isWorkingInstant(toInstant(at), { ...berlin, workingHours: officeHours })).toBe(works)
})

test('weekdays and local dates are those of the calendar on the wall', () => {
  expect(weekdayOf(dayNumberOf('2026-11-20'))).toBe(5)
  expect(weekdayOf(dayNumberOf('1969-12-28'))).toBe(7)
  expect(plainDateOf(localDayAt(toInstant('2026-11-20T23:30Z'), 'Asia/Kathmandu'))).toBe('2026-11-21')
})

test('the days off that move a due instant are named, weekends are not', () => {
  const calendar: BusinessCalendar = {
    ...berlin,
    holidays: [
      { date: '2026-11-22', name: 'A Sunday' },
      { date: '2026-11-24', name: 'Founders’ day' },
      { date: '2026-12-25', name: 'Later' },
    ],
    shutdowns: [{ from: '2026-11-18', to: '2026-11-23', name: 'Sprint' }],
  }
  const from = toInstant('2026-11-20T21:00Z')
  expect(daysOffBetween(from, plusMs(from, 5 * dayMs), calendar)).toEqual([
    { from: '2026-11-18', to: '2026-11-23', name: 'Sprint' },
    { from: '2026-11-24', to: '2026-11-24', name: 'Founders’ day' },
  ])
})

test.each([
  ['Europe/Berlin', true],
  ['UTC', true],
  ['Mars/Olympus', false],
  ['+01:00', false],
  ['', false],
])('%s is a zone of the database: %s', (name, known) => {
  expect(isTimeZone(name)).toBe(known)
})
