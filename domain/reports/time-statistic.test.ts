import { describe, expect, it } from 'vitest'
import { hourMs, minuteMs } from '@/lib/instant'
import { percentile, timeStatistic } from './time-statistic'

const hours = (...lengths: number[]) => lengths.map((length) => length * hourMs)

describe('timeStatistic', () => {
  it('says nothing of fewer than five cases', () => expect(timeStatistic(hours(1, 2, 3, 4))).toBeNull())

  it('gives median and 90th percentile, in whatever order the lengths come', () =>
    expect(timeStatistic(hours(10, 3, 1, 4, 2))).toEqual({
      cases: 5,
      medianMs: 3 * hourMs,
      percentile90Ms: 7 * hourMs + 36 * minuteMs,
    }))

  it('takes the middle between two', () =>
    expect(timeStatistic(hours(1, 2, 3, 4, 5, 60))?.medianMs).toBe(3.5 * hourMs))

  it('of equal lengths is that length', () =>
    expect(timeStatistic(hours(2, 2, 2, 2, 2))).toEqual({
      cases: 5,
      medianMs: 2 * hourMs,
      percentile90Ms: 2 * hourMs,
    }))
})

it.each([
  [0, 1],
  [0.5, 2.5],
  [0.75, 4],
  [1, 7],
])('the percentile at %d of 1, 2, 3, 7 is %d', (share, expected) => {
  expect(percentile([1, 2, 3, 7], share)).toBe(expected)
})
