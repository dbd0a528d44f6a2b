import { describe, expect, it } from 'vitest'
import { toInstant } from '@/lib/instant'
import { monthOf, mostMonths, periodOf } from './period'

const now = toInstant('2026-11-22T08:30:00Z')
const of = (from?: string, until?: string, zone = 'UTC') => periodOf({ from, until }, zone, now)

describe('periodOf', () => {
  it('is this month and the eleven before it when nothing is named', () => {
    const { from, until, since, before, months } = of()
    expect([from, until]).toEqual(['2025-12-01', '2026-11-22'])
    expect([since, before]).toEqual(['2025-12-01T00:00:00.000Z', '2026-11-23T00:00:00.000Z'])
    expect(months).toHaveLength(12)
    expect([months[0], months.at(-1)]).toEqual(['2025-12', '2026-11'])
  })

  it('holds both days it names, as long as they are in that zone', () => {
    // Clocks went back on 25 October 2026: that day had 25 hours in Berlin.
    expect(of('2026-10-25', '2026-10-25', 'Europe/Berlin')).toMatchObject({
      since: '2026-10-24T22:00:00.000Z',
      before: '2026-10-25T23:00:00.000Z',
      months: ['2026-10'],
    })
  })

  it.each([
    ['no day', 'yesterday', undefined, '2025-12-01', '2026-11-22'],
    ['a day that never was', '2026-02-30', undefined, '2025-12-01', '2026-11-22'],
    ['a first day after the last', '2026-10-02', '2026-10-01', '2025-11-01', '2026-10-01'],
    ['too long a time', '1999-01-01', '2026-11-22', '2021-12-01', '2026-11-22'],
    ['a year nobody stores', '99999-01-01', '+275760-01-01', '2025-12-01', '2026-11-22'],
  ])('makes the best of %s', (_what, from, until, first, last) => {
    const period = of(from, until)
    expect([period.from, period.until]).toEqual([first, last])
    expect(period.months.length).toBeLessThanOrEqual(mostMonths)
  })
})

describe('monthOf', () =>
  it('is the month on the calendar of the zone', () => {
    expect(monthOf(toInstant('2026-10-31T23:30:00Z'), 'UTC')).toBe('2026-10')
    expect(monthOf(toInstant('2026-10-31T23:30:00Z'), 'Europe/Berlin')).toBe('2026-11')
  }))
