import { describe, expect, it } from 'vitest'
import { defaultTerms } from '@/domain/policies/default-terms'
import { toInstant } from '@/lib/instant'
import { digestHorizon, digestsOn, morningOf } from './digest-day'

const calendar = { ...defaultTerms.businessCalendar, timeZone: 'Europe/Berlin', workingDays: [1, 2, 3, 4, 5] }
const withHoliday = { ...calendar, holidays: [{ date: '2026-11-23', name: 'A day off' }] }

describe('morningOf', () => {
  it.each([
    ['2026-11-20T06:59:59.999Z', 'Europe/Berlin', null],
    ['2026-11-20T07:00:00Z', 'Europe/Berlin', '2026-11-20'],
    ['2026-11-20T10:59:59Z', 'Europe/Berlin', '2026-11-20'],
    ['2026-11-20T11:00:00Z', 'Europe/Berlin', null],
    ['2026-11-20T00:00:00Z', 'Asia/Singapore', '2026-11-20'],
    ['2026-11-19T22:00:00Z', 'Pacific/Kiritimati', null],
    ['2026-11-19T18:00:00Z', 'Pacific/Kiritimati', '2026-11-20'],
    // The clocks go forward in Berlin on 28 March 2027: 08:00 comes an hour earlier.
    ['2027-03-27T06:30:00Z', 'Europe/Berlin', null],
    ['2027-03-28T06:00:00Z', 'Europe/Berlin', '2027-03-28'],
  ])('%s in %s: %s', (now, zone, expected) => expect(morningOf(toInstant(now), zone)).toBe(expected))
})

describe('digestsOn', () => {
  it.each([
    ['a Friday', '2026-11-20', [calendar], ['daily']],
    ['a Saturday', '2026-11-21', [calendar], []],
    ['a Monday', '2026-11-23', [calendar], ['daily', 'weekly']],
    ['a Monday that is a holiday', '2026-11-23', [withHoliday], ['weekly']],
    ['a holiday in one project of two', '2026-11-23', [withHoliday, calendar], ['daily', 'weekly']],
    ['without a project', '2026-11-20', [], []],
  ])('%s', (_what, date, calendars, expected) => expect(digestsOn(date, calendars)).toEqual(expected))
})

describe('digestHorizon', () => {
  it.each([
    ['a Thursday: Friday’s end', '2026-11-19', [calendar], '2026-11-20T23:00:00.000Z'],
    ['a Friday: Monday’s end', '2026-11-20', [calendar], '2026-11-23T23:00:00.000Z'],
    ['a Friday before a holiday: Tuesday’s end', '2026-11-20', [withHoliday], '2026-11-24T23:00:00.000Z'],
  ])('%s', (_what, date, calendars, expected) =>
    expect(digestHorizon(date, 'Europe/Berlin', calendars)).toBe(expected),
  )
})
