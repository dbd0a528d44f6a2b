import { describe, expect, it } from 'vitest'
import { dayMs, hourMs, plusMs, type Instant } from '@/lib/instant'
import type { CaseEvent } from './case-event'
import { firstTurn, silenceMayPass, silencePassesAt, turnOf, waitsForReporter } from './conversation'
import { escalationDue, type EscalatedClock } from './escalation'

const start: Instant = '2026-11-02T09:00:00.000Z'
const at = (hours: number) => plusMs(start, hours * hourMs)

const received = (hours: number, reportId = 'r1'): CaseEvent => ({
  type: 'report_received',
  at: at(hours),
  data: { reportId, channel: 'web' },
})
const said = (
  type: 'message_sent' | 'responded' | 'question_asked' | 'reporter_replied',
  hours: number,
  reportId = 'r1',
): CaseEvent => ({ type, at: at(hours), data: { messageId: `m${hours}`, reportId } })
const passed = (hours: number): CaseEvent => ({
  type: 'silence_passed',
  at: at(hours),
  data: { reportId: 'r1' },
})
const resolved = (hours: number): CaseEvent => ({
  type: 'resolved',
  at: at(hours),
  data: { resolution: 'spam' },
})

describe('turnOf', () => {
  it.each<[string, CaseEvent[], string, number | null]>([
    ['a new report', [received(0)], 'team', 0],
    ['a message that asks nothing', [received(0), said('message_sent', 1)], 'nobody', null],
    ['a question', [received(0), said('question_asked', 1)], 'reporter', 1],
    ['a second question', [received(0), said('question_asked', 1), said('question_asked', 5)], 'reporter', 1],
    [
      'a message after the question',
      [received(0), said('question_asked', 1), said('message_sent', 2)],
      'reporter',
      1,
    ],
    ['the answer', [received(0), said('question_asked', 1), said('reporter_replied', 3)], 'team', 3],
    [
      'two replies in a row',
      [received(0), said('reporter_replied', 3), said('reporter_replied', 4)],
      'team',
      0,
    ],
    ['silence that passed', [received(0), said('question_asked', 1), passed(400)], 'nobody', null],
    [
      'a late answer after it',
      [received(0), said('question_asked', 1), passed(400), said('reporter_replied', 500)],
      'team',
      500,
    ],
    ['another report’s question', [received(0), said('question_asked', 1, 'r2')], 'team', 0],
    ['a case that was closed', [received(0), said('question_asked', 1), resolved(2)], 'nobody', null],
  ])('%s', (_name, events, waitsFor, since) => {
    expect(turnOf(events, 'r1')).toEqual({
      reportId: 'r1',
      waitsFor,
      since: since === null ? null : at(since),
    })
  })

  it('puts the team before a reporter, and the longest wait first', () => {
    const events = [received(0), received(1, 'r2'), received(2, 'r3'), said('question_asked', 3)]
    expect(firstTurn(events)).toEqual({ reportId: 'r2', waitsFor: 'team', since: at(1) })
    expect(firstTurn([received(0), said('responded', 1)])).toBeNull()
  })
})

describe('silence', () => {
  const events = [received(0), said('question_asked', 1)]
  const terms = { silenceDays: 14 }
  const due = plusMs(at(1), 14 * dayMs)

  it('may pass after as many days as the policy waits, and not a moment before', () => {
    expect(silencePassesAt(events, terms, 'r1')).toBe(due)
    expect(silenceMayPass(events, terms, plusMs(due, -1))).toEqual([])
    expect(silenceMayPass(events, terms, due)).toEqual(['r1'])
  })

  it('does not pass when the reporter answered, nor twice', () => {
    expect(silenceMayPass([...events, said('reporter_replied', 5)], terms, due)).toEqual([])
    expect(silenceMayPass([...events, passed(400)], terms, due)).toEqual([])
    expect(waitsForReporter([...events, said('reporter_replied', 5)], 'r1')).toBeNull()
  })
})

describe('escalationDue', () => {
  const clock: EscalatedClock = { kind: 'acknowledge', reportId: 'r1', dueAt: at(48), status: 'breached' }
  const escalated = (to: 'handler' | 'lead' | 'owner', hours: number): CaseEvent => ({
    type: 'escalated',
    at: at(hours),
    data: { promise: 'acknowledge:r1', to },
  })
  const due = (events: CaseEvent[], hours: number, change: Partial<EscalatedClock> = {}) =>
    escalationDue(events, [{ ...clock, ...change }], at(hours)).map((step) => step.to)

  it('climbs from handler to lead to owner', () => {
    expect(due([], 48)).toEqual([])
    expect(due([], 49)).toEqual(['handler'])
    expect(due([escalated('handler', 49)], 50)).toEqual([])
    expect(due([escalated('handler', 49)], 61)).toEqual(['lead'])
    expect(due([escalated('handler', 49), escalated('lead', 61)], 73)).toEqual(['owner'])
    expect(due([escalated('handler', 49), escalated('lead', 61), escalated('owner', 73)], 999)).toEqual([])
  })

  it('catches up on every step it missed', () => {
    expect(due([], 100)).toEqual(['handler', 'lead', 'owner'])
  })

  it('leaves promises alone that are kept, paused, or without a date', () => {
    for (const status of ['met', 'late', 'paused'] as const) expect(due([], 100, { status })).toEqual([])
    expect(due([], 100, { dueAt: null })).toEqual([])
  })

  it('begins anew when the same promise comes round again', () => {
    expect(due([escalated('handler', 49)], 200, { dueAt: at(199) })).toEqual(['handler'])
  })

  it('keeps the promises to two reporters apart', () => {
    const second = { ...clock, reportId: 'r2' }
    expect(
      escalationDue([escalated('handler', 49)], [clock, second], at(50)).map((step) => step.promise),
    ).toEqual(['acknowledge:r2'])
  })
})
