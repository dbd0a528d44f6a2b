import { describe, expect, it } from 'vitest'
import { dayMs, plusMs, toInstant } from '@/lib/instant'
import type { TimelineMark } from '@/domain/cases/case-timeline'
import { placeMarks, timelineScale } from './timeline-scale'

const start = toInstant('2026-11-01T09:00:00Z')
const day = (days: number) => plusMs(start, days * dayMs)
const mark = (days: number, label = 'Something happened'): TimelineMark => ({
  at: day(days),
  kind: 'passed',
  label,
})

describe('timelineScale', () => {
  it('keeps the order of instants and stays on the drawing', () => {
    const { at } = timelineScale({ marks: [mark(0), mark(3), mark(120)], bands: [] }, day(5))
    const places = [0, 1, 3, 5, 6, 60, 120, 400].map((days) => at(day(days)))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...places)).toBeLessThanOrEqual(1)
  })

  it('leaves what happened its room however far ahead a date lies', () => {
    const { at } = timelineScale({ marks: [mark(0), mark(2), mark(365)], bands: [] }, day(2))
    expect(at(day(2)) - at(day(0))).toBeGreaterThan(0.4)
  })
})

describe('placeMarks', () => {
  it('lets no two labels of a row run into each other, and leaves out what has no room', () => {
    const marks = Array.from({ length: 6 }, (_, index) => mark(index / 100))
    const scale = timelineScale({ marks: [...marks, mark(40)], bands: [] }, day(30))
    const placed = placeMarks(marks, scale)
    expect(placed.map(({ lane }) => lane)).toEqual([0, 1, 2, null, null, null])
  })

  it('turns the last label inwards', () => {
    const scale = timelineScale({ marks: [mark(0), mark(40)], bands: [] }, day(20))
    expect(placeMarks([mark(0), mark(40)], scale).map(({ endsAt }) => endsAt)).toEqual([false, true])
  })
})
