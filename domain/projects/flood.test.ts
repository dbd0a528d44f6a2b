import { describe, expect, it } from 'vitest'
import { whyChecked } from './flood'

describe('whyChecked', () => {
  it.each([
    [false, 30, 0, null],
    [false, 30, 30, null],
    [false, 30, 31, 'flood'],
    [false, 1, 2, 'flood'],
    [true, 30, 0, 'switched_on'],
    [true, 30, 31, 'switched_on'],
  ] as const)('switched on %s, more than %d an hour, %d came: %s', (isUnderAttack, floodAbove, came, why) => {
    expect(whyChecked({ isUnderAttack, floodAbove }, came)).toBe(why)
  })
})
