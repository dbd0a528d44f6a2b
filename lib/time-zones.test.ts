import { expect, it } from 'vitest'
import { offeredTimeZones } from './time-zones'

it.each(offeredTimeZones)('%s is a zone this runtime knows', (zone) => {
  expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow()
})

it('offers each zone once', () => {
  expect(new Set(offeredTimeZones).size).toBe(offeredTimeZones.length)
})
