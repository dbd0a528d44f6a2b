import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { soonAt, type Clock } from '@/domain/clocks/clock'
import { dayMs, hourMs, plusMs, toInstant } from '@/lib/instant'
import type { CaseEvent } from './case-event'
import { nearPromises, untoldPromises } from './near-promise'

const start = toInstant('2026-11-20T09:00:00Z')
const at = (hours: number) => plusMs(start, hours * hourMs)
const clock = (hours: number, change: Partial<Clock> = {}): Clock => ({
  kind: 'respond',
  reportId: 'r1',
  startedAt: start,
  dueAt: at(hours),
  pausedMs: 0,
  pauses: [],
  pausedSince: null,
  status: 'running',
  metAt: null,
  metBy: null,
  reason: { code: 'stated_by_reporter', timeZone: 'UTC' },
  ...change,
})
const told = (hours: number, promise = 'respond:r1'): CaseEvent => ({
  type: 'promise_near',
  at: at(hours),
  data: { promise },
})
const names = (events: CaseEvent[], clocks: Clock[], hours: number) =>
  nearPromises(events, clocks, at(hours)).map(({ promise }) => promise)

describe('a promise is due soon', () => {
  it.each([
    ['48 hours: in the last 12', 48, 36],
    ['4 hours: in the last one, never at its beginning', 4, 3],
    ['60 days: in the last three', 60 * 24, 57 * 24],
  ])('%s', (_, whole, from) => {
    expect(soonAt(clock(whole))).toBe(at(from))
    expect(names([], [clock(whole)], from - 0.001)).toEqual([])
    expect(names([], [clock(whole)], from)).toEqual(['respond:r1'])
  })

  it('never in the first three quarters of its time', () =>
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 400 * 24 }), (hours) => {
        expect(soonAt(clock(hours)) >= at(hours * 0.75)).toBe(true)
      }),
    ))

  it('is told once, also where waiting moves its end, and not when it is done, paused or over', () => {
    expect(names([told(36)], [clock(48)], 40)).toEqual([])
    const moved = clock(48 + 20, { pausedMs: 20 * hourMs })
    expect(names([told(36)], [moved], 60)).toEqual([])
    expect(names([], [moved], 60)).toEqual(['respond:r1'])
    for (const status of ['met', 'late', 'paused'] as const)
      expect(untoldPromises([], [clock(48, { status })])).toEqual([])
    expect(names([], [clock(48, { status: 'breached' })], 49)).toEqual([])
    expect(untoldPromises([], [clock(48, { kind: 'announce_not_before' })])).toEqual([])
  })

  it('is told anew of a promise that comes round again, and of a date that moved', () => {
    const again = { kind: 'keep_informed', startedAt: at(47), dueAt: at(47 + 14 * 24) } as const
    expect(names([told(46, 'keep_informed:r1')], [clock(0, again)], 47 + 12 * 24)).toEqual([
      'keep_informed:r1',
    ])
    const date = clock(0, { kind: 'reporter_deadline', dueAt: plusMs(start, 40 * dayMs) })
    expect(names([told(36, 'reporter_deadline:r1')], [date], 38 * 24)).toEqual(['reporter_deadline:r1'])
  })

  it('keeps the promises of two reports apart, the nearest first', () => {
    const other = clock(40, { reportId: 'r2' })
    expect(untoldPromises([told(36)], [clock(48), other]).map(({ promise }) => promise)).toEqual([
      'respond:r2',
    ])
    expect(untoldPromises([], [clock(48), other]).map(({ at: from }) => from)).toEqual([at(30), at(36)])
  })
})
