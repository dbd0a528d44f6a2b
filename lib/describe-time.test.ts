import { describe, expect, it } from 'vitest'
import { absoluteTime, dayAndMonth, exactLength, lengthOfTime, relativeTime, zoneName } from './describe-time'
import { dayMs, hourMs, minuteMs, plusMs, type Instant } from './instant'

const now: Instant = '2026-11-25T16:00:00.000Z'
const due: Instant = '2026-11-25T21:00:00.000Z'

describe('absoluteTime', () => {
  it.each([
    ['Europe/Berlin', 'Wed 25 Nov, 22:00 CET'],
    ['America/New_York', 'Wed 25 Nov, 16:00 EST'],
    ['Asia/Tokyo', 'Thu 26 Nov, 06:00 UTC+9'],
    ['UTC', 'Wed 25 Nov, 21:00 UTC'],
  ])('in %s', (zone, text) => expect(absoluteTime(due, zone, now)).toBe(text))

  it('in few words is the day in that zone', () => {
    expect(dayAndMonth(due, 'Europe/Berlin')).toBe('25 Nov')
    expect(dayAndMonth(due, 'Asia/Tokyo')).toBe('26 Nov')
  })
  it('names another year', () =>
    expect(absoluteTime('2027-03-01T08:00:00.000Z', 'Europe/Berlin', now)).toBe('Mon 1 Mar 2027, 09:00 CET'))
  it('writes midnight as 00:00', () =>
    expect(absoluteTime('2026-11-25T00:00:00.000Z', 'UTC', now)).toBe('Wed 25 Nov, 00:00 UTC'))
})

it('follows daylight saving in the name of a zone', () => {
  expect(zoneName('2026-07-01T00:00:00.000Z', 'Europe/Berlin')).toBe('CEST')
  expect(zoneName('2026-12-01T00:00:00.000Z', 'Europe/Berlin')).toBe('CET')
  expect(zoneName('2026-12-01T00:00:00.000Z', 'America/Sao_Paulo')).toBe('UTC−3')
})

it.each([
  [30_000, 'less than a minute'],
  [minuteMs, '1 min'],
  [hourMs - 1, '59 min'],
  [2 * dayMs - 1, '47 h'],
  [2 * dayMs, '2 days'],
  [-3 * dayMs - hourMs, '3 days'],
])('%d ms is %s', (ms, text) => expect(lengthOfTime(ms)).toBe(text))

it.each([
  [0, 'less than a minute'],
  [47 * minuteMs + 59_999, '47 min'],
  [dayMs, '1 day'],
  [2 * dayMs + 3 * hourMs + 12 * minuteMs, '2 days 3 h 12 min'],
  [9 * dayMs + minuteMs, '9 days 1 min'],
])('%d ms is exactly %s', (ms, text) => expect(exactLength(ms)).toBe(text))

it('says which side of now, and what it means for something due', () => {
  expect(relativeTime(due, now)).toBe('in 5 h')
  expect(relativeTime(now, due)).toBe('5 h ago')
  expect(relativeTime(plusMs(now, 59_000), now)).toBe('just now')
  expect(relativeTime(plusMs(now, -59_000), now)).toBe('just now')
  expect(relativeTime(plusMs(now, -59_000), now, true)).toBe('less than a minute overdue')
  expect(relativeTime(due, now, true)).toBe('due in 5 h')
  expect(relativeTime(now, due, true)).toBe('5 h overdue')
})
