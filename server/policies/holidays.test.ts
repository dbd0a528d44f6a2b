import { describe, expect, it } from 'vitest'
import { computeHolidays, holidayRegions, isHolidayRegion } from './holidays'

describe('computeHolidays', () => {
  it('gives public holidays as whole days, without observances', () => {
    const days = computeHolidays('US', null, [2026])
    expect(days).toContainEqual({ date: '2026-11-26', name: 'Thanksgiving Day' })
    expect(days.map(({ name }) => name)).not.toContain("Valentine's Day")
  })

  it('knows the parts of a country', () => {
    const bavaria = computeHolidays('DE', 'BY', [2026]).map(({ date }) => date)
    expect(bavaria).toContain('2026-01-06')
    expect(computeHolidays('DE', null, [2026]).map(({ date }) => date)).not.toContain('2026-01-06')
  })

  it('gives every day of a holiday that lasts several', () => {
    const dates = computeHolidays('CN', null, [2026]).map(({ date }) => date)
    expect(new Set(dates).size).toBe(dates.length)
    expect(dates.toSorted()).toEqual(dates)
  })

  it('gives none for a region nobody knows', () => {
    expect(computeHolidays('XX', null, [2026])).toEqual([])
  })
})

it('offers every region it can compute', () => {
  const codes = holidayRegions().map(({ code }) => code)
  expect(codes).toEqual(expect.arrayContaining(['DE', 'DE-BY', 'US', 'JP']))
  for (const code of codes) {
    const [country = '', state] = code.split(/-(.*)/s)
    expect(isHolidayRegion({ country, state: state ?? null }), code).toBe(true)
  }
  expect(isHolidayRegion({ country: 'DE', state: 'XX' })).toBe(false)
})
