import { describe, expect, it } from 'vitest'
import type { Clock, ClockStatus } from '@/domain/clocks/clock'
import { dayMs, toInstant } from '@/lib/instant'
import { ageOf } from './age'
import { keptByMonth } from './kept-by-month'
import { axisOf } from './length-axis'
import { figuresCsv } from './numbers-csv'

const arrived = (at: string, status: ClockStatus) => ({
  receivedAt: toInstant(at),
  clock: { status } as Clock,
})

describe('keptByMonth', () =>
  it('counts what is decided by the month of arrival, in the zone', () => {
    const clocks = [
      arrived('2026-10-10T00:00:00Z', 'met'),
      arrived('2026-10-31T23:30:00Z', 'late'),
      arrived('2026-11-10T00:00:00Z', 'breached'),
      arrived('2026-11-11T00:00:00Z', 'met'),
      arrived('2026-11-12T00:00:00Z', 'running'),
      arrived('2026-11-13T00:00:00Z', 'paused'),
      arrived('2026-12-13T00:00:00Z', 'met'),
    ]
    const months = ['2026-09', '2026-10', '2026-11']
    expect(keptByMonth(clocks, { months, timeZone: 'Europe/Berlin' })).toEqual([
      { month: '2026-09', decided: 0, kept: 0 },
      { month: '2026-10', decided: 1, kept: 1 },
      { month: '2026-11', decided: 3, kept: 1 },
    ])
  }))

describe('ageOf', () =>
  it.each([
    [0, 'days'],
    [7 * dayMs - 1, 'days'],
    [7 * dayMs, 'weeks'],
    [30 * dayMs, 'months'],
    [90 * dayMs - 1, 'months'],
    [1000 * dayMs, 'quarters'],
  ])('%d ms is of the class %s', (ms, age) => expect(ageOf(ms)).toBe(age)))

describe('figuresCsv', () =>
  it('keeps commas, quotes and formulas what they are: text', () =>
    expect(
      figuresCsv([
        { table: 'load', of: '=HYPERLINK("x")', figure: 'open', value: 3, unit: 'cases' },
        { table: 'load', of: 'Silva, Mei', figure: 'open', value: null, unit: 'cases' },
      ]),
    ).toBe(
      'table,of,figure,value,unit\r\nload,"\'=HYPERLINK(""x"")",open,3,cases\r\nload,"Silva, Mei",open,,cases\r\n',
    )))

describe('axisOf', () => {
  it('puts an hour at its beginning and the longest before its end, in equal steps of growth', () => {
    const axis = axisOf(30 * dayMs)
    expect(axis.marks.map(({ label }) => label)).toEqual(['1 h', '1 day', '1 week', '30 days'])
    expect(axis.placeOf(0)).toBe(0)
    expect(axis.placeOf(30 * dayMs)).toBe(1)
    expect(axis.placeOf(dayMs)).toBeCloseTo(Math.log(24) / Math.log(720), 5)
  })

  it('ends beyond the longest time that is shown', () =>
    expect(axisOf(400 * dayMs).marks.at(-1)?.label).toBe('3 years'))
})
