import { describe, expect, it } from 'vitest'
import { hourMs, msBetween, toInstant } from '@/lib/instant'
import { calendarMonth, dateOf } from './calendar-month'

const now = toInstant('2026-11-20T09:00:00Z')

describe('calendarMonth', () => {
  it('is whole weeks around the month', () => {
    const { days, ...sheet } = calendarMonth('2026-11', 'UTC', now)
    expect(sheet).toEqual({
      month: '2026-11',
      previous: '2026-10',
      next: '2026-12',
      timeZone: 'UTC',
      today: '2026-11-20',
      from: '2026-10-26T00:00:00.000Z',
      until: '2026-12-07T00:00:00.000Z',
    })
    expect(days).toHaveLength(42)
    expect([days[0], days.at(-1)]).toEqual(['2026-10-26', '2026-12-06'])
  })

  it('begins on the first when that is a Monday, and may have four weeks', () => {
    const { days } = calendarMonth('2027-02', 'UTC', now)
    expect([days.length, days[0], days.at(-1)]).toEqual([28, '2027-02-01', '2027-02-28'])
  })

  it('is the month it is there, when none is asked for', () => {
    const lastEvening = toInstant('2026-11-30T23:30:00Z')
    expect(calendarMonth(undefined, 'UTC', lastEvening).month).toBe('2026-11')
    expect(calendarMonth(undefined, 'Europe/Berlin', lastEvening)).toMatchObject({
      month: '2026-12',
      today: '2026-12-01',
    })
  })

  it('counts the hour that clocks change by', () => {
    const { from, until } = calendarMonth('2026-10', 'Europe/Berlin', now)
    expect([from, until]).toEqual(['2026-09-27T22:00:00.000Z', '2026-11-01T23:00:00.000Z'])
    expect(msBetween(from, until) / hourMs).toBe(35 * 24 + 1)
  })

  it('crosses years', () => {
    expect(calendarMonth('2026-12', 'UTC', now)).toMatchObject({ previous: '2026-11', next: '2027-01' })
    expect(calendarMonth('2027-01', 'UTC', now)).toMatchObject({ previous: '2026-12' })
  })
})

it('dateOf is the date over there', () => {
  expect(dateOf(toInstant('2026-11-25T23:30:00Z'), 'Europe/Berlin')).toBe('2026-11-26')
  expect(dateOf(toInstant('2026-11-25T23:30:00Z'), 'America/New_York')).toBe('2026-11-25')
})
