import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayMs, hourMs, minuteMs, plusMs, toInstant, type Instant } from '@/lib/instant'
import type { CaseEvent } from '@/domain/cases/case-event'
import { defaultTerms } from '@/domain/policies/default-terms'
import type { PolicyTerms } from '@/domain/policies/terms'
import { nextDue, urgency, type Clock, type ClockKind } from './clock'
import type { ClockInput } from './clock-input'
import { clocksOf } from './clocks-of'

const received = toInstant('2026-11-17T09:00Z') // a Tuesday
const hoursLater = (hours: number): Instant => plusMs(received, hours * hourMs)
const daysLater = (days: number): Instant => plusMs(received, days * dayMs)

const withTerms = (change: Partial<PolicyTerms>): PolicyTerms => ({
  ...defaultTerms,
  acknowledge: null,
  respond: null,
  keepInformedEveryDays: null,
  ...change,
})
const inputOf = (terms: PolicyTerms, events: CaseEvent[], change: Partial<ClockInput> = {}): ClockInput => ({
  terms,
  reportId: 'first',
  receivedAt: received,
  events,
  reporterDeadline: null,
  embargoUntil: null,
  notBefore: null,
  ...change,
})

/** Events by hours after the report arrived. */
const acknowledged = (hours: number): CaseEvent => ({
  type: 'acknowledged',
  at: hoursLater(hours),
  data: { handlerId: 'ada' },
})
const toReporter = (
  type: 'message_sent' | 'responded' | 'question_asked' | 'reporter_replied',
  hours: number,
  reportId = 'first',
): CaseEvent => ({ type, at: hoursLater(hours), data: { messageId: 'm', reportId } })
const silencePassed = (hours: number): CaseEvent => ({
  type: 'silence_passed',
  at: hoursLater(hours),
  data: { reportId: 'first' },
})
const resolved = (hours: number): CaseEvent => ({
  type: 'resolved',
  at: hoursLater(hours),
  data: { resolution: 'not_a_vulnerability' },
})
const published = (hours: number): CaseEvent => ({
  type: 'advisory_published',
  at: hoursLater(hours),
  data: { revision: 1 },
})
const reopened = (hours: number): CaseEvent => ({ type: 'reopened', at: hoursLater(hours), data: {} })

const clockOf = (kind: ClockKind, input: ClockInput, now: Instant): Clock => {
  const clock = clocksOf(input, now).find((each) => each.kind === kind)
  if (!clock) throw new Error(`no ${kind} clock`)
  return clock
}

const mantoso = withTerms({
  acknowledge: { hours: 24, counting: 'calendar' },
  respond: { hours: 48, counting: 'calendar', countedFrom: 'received' },
})
const marmotte = withTerms({
  acknowledge: { hours: 48, counting: 'calendar' },
  respond: { hours: 96, counting: 'calendar', countedFrom: 'received' },
})

describe('24 h + 48 h (Mantoso) and 48 h + 96 h (Marmotte): two clocks each', () => {
  test.each([
    ['Mantoso', mantoso, 24, 48],
    ['Marmotte', marmotte, 48, 96],
  ])('%s', (_, terms, acknowledge, respond) => {
    const clocks = clocksOf(inputOf(terms, []), received)
    expect(clocks.map(({ kind, dueAt, status }) => [kind, dueAt, status])).toEqual([
      ['acknowledge', hoursLater(acknowledge), 'running'],
      ['respond', hoursLater(respond), 'running'],
    ])
  })

  test('the second is not met by a "thanks" that names no next step', () => {
    const thanks = [acknowledged(2), toReporter('message_sent', 2)]
    const clocks = clocksOf(inputOf(mantoso, thanks), hoursLater(49))
    expect(clocks.map(({ status, metAt }) => [status, metAt])).toEqual([
      ['met', hoursLater(2)],
      ['breached', null],
    ])
    const answered = [...thanks, toReporter('responded', 47)]
    expect(clockOf('respond', inputOf(mantoso, answered), hoursLater(49))).toMatchObject({
      status: 'met',
      metBy: 'responded',
      metAt: hoursLater(47),
    })
  })
})

test('Friday 22:00 local, 48 business hours, Monday a holiday: due Wednesday 22:00 local, and the clock says why', () => {
  const start = toInstant('2026-11-20T22:00+01:00')
  const terms = withTerms({
    acknowledge: { hours: 48, counting: 'business' },
    businessCalendar: {
      ...defaultTerms.businessCalendar,
      timeZone: 'Europe/Berlin',
      holidays: [{ date: '2026-11-23', name: 'Founders’ day' }],
    },
  })
  const clock = clockOf('acknowledge', inputOf(terms, [], { receivedAt: start }), start)
  expect(clock.dueAt).toBe(toInstant('2026-11-25T22:00+01:00'))
  expect(clock.reason).toEqual({
    code: 'hours_from',
    hours: 48,
    counting: 'business',
    countedFrom: 'received',
    from: start,
    timeZone: 'Europe/Berlin',
    daysOff: [{ from: '2026-11-23', to: '2026-11-23', name: 'Founders’ day' }],
  })
})

describe('acknowledge', () => {
  const cases: Array<[string, CaseEvent[], number, Clock['status'], Clock['metBy']]> = [
    ['runs until it is due', [], 24, 'running', null],
    ['is breached after it is due', [], 24.01, 'breached', null],
    ['is met at the due instant itself', [acknowledged(24)], 30, 'met', 'acknowledged'],
    ['is late after it', [acknowledged(25)], 30, 'late', 'acknowledged'],
    ['is met by a first message', [toReporter('message_sent', 3)], 30, 'met', 'message_sent'],
    ['is met by a question', [toReporter('question_asked', 3)], 30, 'met', 'question_asked'],
    [
      'is not met by a message to another reporter',
      [toReporter('message_sent', 3, 'second')],
      30,
      'breached',
      null,
    ],
    ['is ended by a resolution', [resolved(5)], 30, 'met', 'resolved'],
    ['is not met by an acknowledgement from before the report', [acknowledged(-1)], 30, 'breached', null],
  ]
  test.each(cases)('%s', (_, events, now, status, metBy) => {
    expect(clockOf('acknowledge', inputOf(mantoso, events), hoursLater(now))).toMatchObject({ status, metBy })
  })
})

test('a second finder reports the same bug: own clock, from the own arrival', () => {
  const events = [acknowledged(2), toReporter('responded', 3)]
  const second = { reportId: 'second', receivedAt: hoursLater(10) }
  const clocks = clocksOf(inputOf(mantoso, events, second), hoursLater(20))
  expect(clocks.map(({ kind, reportId, dueAt, status }) => [kind, reportId, dueAt, status])).toEqual([
    ['acknowledge', 'second', hoursLater(34), 'running'],
    ['respond', 'second', hoursLater(58), 'running'],
  ])
  const arrivedBefore = { reportId: 'second', receivedAt: hoursLater(1) }
  expect(clockOf('acknowledge', inputOf(mantoso, events, arrivedBefore), hoursLater(20)).status).toBe('met')
})

describe('respond', () => {
  test('counted from the acknowledgement starts only then', () => {
    const terms = withTerms({ respond: { hours: 48, counting: 'calendar', countedFrom: 'acknowledged' } })
    expect(clocksOf(inputOf(terms, []), hoursLater(100))).toEqual([])
    expect(clockOf('respond', inputOf(terms, [acknowledged(10)]), hoursLater(20))).toMatchObject({
      startedAt: hoursLater(10),
      dueAt: hoursLater(58),
    })
  })

  test('waits while the reporter is asked; the due instant moves by the wait', () => {
    const asked = [acknowledged(2), toReporter('question_asked', 40)]
    expect(clockOf('respond', inputOf(mantoso, asked), hoursLater(60))).toMatchObject({
      status: 'paused',
      pausedSince: hoursLater(40),
      pausedMs: 20 * hourMs,
      dueAt: hoursLater(68),
    })
    const replied = [...asked, toReporter('reporter_replied', 70)]
    expect(clockOf('respond', inputOf(mantoso, replied), hoursLater(78))).toMatchObject({
      status: 'running',
      pausedSince: null,
      pausedMs: 30 * hourMs,
      dueAt: hoursLater(78),
    })
    expect(clockOf('respond', inputOf(mantoso, replied), hoursLater(79)).status).toBe('breached')
  })

  test('the reporter is silent for 14 days after a question: the clock runs again', () => {
    const events = [toReporter('question_asked', 1), silencePassed(1 + 14 * 24)]
    expect(clockOf('respond', inputOf(mantoso, events), daysLater(15))).toMatchObject({
      status: 'running',
      dueAt: plusMs(hoursLater(48), 14 * dayMs),
    })
  })

  test('a second question while waiting does not count the wait twice', () => {
    const events = [
      toReporter('question_asked', 10),
      toReporter('question_asked', 15),
      toReporter('reporter_replied', 20),
    ]
    expect(clockOf('respond', inputOf(mantoso, events), hoursLater(30)).pausedMs).toBe(10 * hourMs)
  })

  test('a question after the due instant does not mend the broken promise', () => {
    const events = [acknowledged(2), toReporter('question_asked', 50)]
    expect(clockOf('respond', inputOf(mantoso, events), hoursLater(60))).toMatchObject({
      status: 'breached',
      dueAt: hoursLater(48),
      pausedSince: null,
    })
  })

  test('a question to another reporter pauses nothing', () => {
    const events = [toReporter('question_asked', 10, 'second')]
    expect(clockOf('respond', inputOf(mantoso, events), hoursLater(30)).status).toBe('running')
  })

  test('an answer given while waiting meets it, and the wait stops counting', () => {
    const events = [toReporter('question_asked', 10), toReporter('responded', 20)]
    expect(clockOf('respond', inputOf(mantoso, events), daysLater(30))).toMatchObject({
      status: 'met',
      pausedMs: 10 * hourMs,
      dueAt: hoursLater(58),
    })
  })

  test('business hours wait in business time: a weekend spent waiting moves nothing', () => {
    const terms = withTerms({ respond: { hours: 96, counting: 'business', countedFrom: 'received' } })
    const saturday = 4 * 24 // four days after a Tuesday 09:00
    const due = clockOf('respond', inputOf(terms, []), received).dueAt
    const wait = (from: number, to: number) =>
      clockOf(
        'respond',
        inputOf(terms, [toReporter('question_asked', from), toReporter('reporter_replied', to)]),
        received,
      )
    expect(due).toBe(toInstant('2026-11-23T09:00Z'))
    expect(wait(saturday, saturday + 24)).toMatchObject({ pausedMs: 0, dueAt: due })
    expect(wait(24, 30)).toMatchObject({ pausedMs: 6 * hourMs, dueAt: toInstant('2026-11-23T15:00Z') })
    expect(wait(80, saturday + 3)).toMatchObject({
      pausedMs: 7 * hourMs,
      dueAt: toInstant('2026-11-23T16:00Z'),
    })
  })
})

describe('keep informed', () => {
  const terms = withTerms({ keepInformedEveryDays: 14 })
  const keepInformed = (events: CaseEvent[], now: Instant) =>
    clockOf('keep_informed', inputOf(terms, events), now)

  test('counts from the report, then from each word to the reporter', () => {
    expect(keepInformed([], daysLater(3)).dueAt).toBe(daysLater(14))
    expect(keepInformed([acknowledged(24), toReporter('message_sent', 72)], daysLater(4))).toMatchObject({
      startedAt: daysLater(3),
      dueAt: daysLater(17),
      reason: { code: 'days_from', days: 14, countedFrom: 'last_message', from: daysLater(3) },
    })
    expect(keepInformed([toReporter('message_sent', 72, 'second')], daysLater(4)).dueAt).toBe(daysLater(14))
  })

  test('is breached by silence and runs again with the next message', () => {
    expect(keepInformed([], daysLater(15)).status).toBe('breached')
    expect(keepInformed([toReporter('message_sent', 15 * 24)], daysLater(16)).status).toBe('running')
  })

  test('waits while the reporter is asked', () => {
    const asked = [toReporter('question_asked', 24)]
    expect(keepInformed(asked, daysLater(30)).status).toBe('paused')
    expect(keepInformed([...asked, toReporter('reporter_replied', 5 * 24)], daysLater(6)).dueAt).toBe(
      daysLater(19),
    )
  })

  test('ends with the case: nothing is breached afterwards', () => {
    expect(keepInformed([resolved(24)], daysLater(300))).toMatchObject({ status: 'met', metBy: 'resolved' })
    expect(keepInformed([published(24)], daysLater(300)).status).toBe('met')
    expect(keepInformed([resolved(20 * 24)], daysLater(300)).status).toBe('late')
  })

  test('a reopened case goes on; the time it was closed does not count', () => {
    const events = [resolved(24), reopened(100 * 24)]
    expect(keepInformed(events, daysLater(101))).toMatchObject({ status: 'running', dueAt: daysLater(114) })
  })

  test('does not start for a report that came after the case had ended', () => {
    expect(clocksOf(inputOf(terms, [published(-24)]), daysLater(1))).toEqual([])
  })
})

describe('a case that ends', () => {
  const input = (events: CaseEvent[]) =>
    inputOf(marmotte, events, {
      reporterDeadline: daysLater(20),
      embargoUntil: daysLater(30),
      notBefore: daysLater(10),
    })

  test('stops every running clock, and none is breached later', () => {
    for (const end of [resolved(30), published(30)]) {
      const clocks = clocksOf(input([end]), daysLater(400))
      expect(clocks.map(({ kind }) => kind)).toEqual([
        'acknowledge',
        'respond',
        'reporter_deadline',
        'embargo_end',
        'announce_not_before',
      ])
      expect(clocks.every(({ status, metBy }) => status === 'met' && metBy === end.type)).toBe(true)
      expect(nextDue(clocks)).toBeNull()
    }
  })

  test('keeps what was late, late', () => {
    expect(clockOf('respond', input([resolved(97)]), daysLater(400)).status).toBe('late')
  })

  test('restarts no clock when reopened, but the dates of others stand again', () => {
    const clocks = clocksOf(input([resolved(30), reopened(40)]), daysLater(25))
    expect(clocks.map(({ kind, status }) => [kind, status])).toEqual([
      ['acknowledge', 'met'],
      ['respond', 'met'],
      ['reporter_deadline', 'breached'],
      ['embargo_end', 'running'],
      ['announce_not_before', 'met'],
    ])
  })
})

test('a report that comes after the case had ended still wants its answers', () => {
  const clocks = clocksOf(inputOf(mantoso, [published(-24)]), hoursLater(30))
  expect(clocks.map(({ kind, status }) => [kind, status])).toEqual([
    ['acknowledge', 'breached'],
    ['respond', 'running'],
  ])
})

test('the earliest announcement is waited for from the last patch release, and passes by itself', () => {
  const release: CaseEvent = {
    type: 'patch_released',
    at: daysLater(3),
    data: { lineId: '2.4.x', version: '2.4.7', releasedAt: daysLater(3) },
  }
  const input = inputOf(withTerms({}), [release], { notBefore: daysLater(10) })
  expect(clocksOf(input, daysLater(9))).toMatchObject([
    { startedAt: daysLater(3), dueAt: daysLater(10), status: 'running' },
  ])
  expect(clocksOf(input, daysLater(11))).toMatchObject([{ status: 'met', metBy: 'instant_passed' }])
})

test('terms without numbers give no clocks, nor does a calendar that never works', () => {
  expect(clocksOf(inputOf(withTerms({}), []), received)).toEqual([])
  const never = withTerms({
    acknowledge: { hours: 1, counting: 'business' },
    businessCalendar: {
      ...defaultTerms.businessCalendar,
      shutdowns: [{ from: '2020-01-01', to: '2120-01-01', name: 'Gone' }],
    },
  })
  expect(clocksOf(inputOf(never, []), received)).toEqual([])
})

test('events out of order give the same clocks', () => {
  const events = [
    toReporter('question_asked', 10),
    toReporter('reporter_replied', 20),
    toReporter('responded', 30),
  ]
  expect(clocksOf(inputOf(mantoso, events.toReversed()), daysLater(9))).toEqual(
    clocksOf(inputOf(mantoso, events), daysLater(9)),
  )
})

test.each([
  [0, 'on_track'],
  [35, 'on_track'],
  [36, 'due_soon'],
  [48, 'due_soon'],
  [48.01, 'overdue'],
])('48 hours, read after %d: %s', (hours, expected) => {
  const clock = clockOf('respond', inputOf(mantoso, []), received)
  expect(urgency(clock, hoursLater(hours))).toBe(expected)
})

test('urgency of what asks for nothing now', () => {
  const now = hoursLater(60)
  const of = (events: CaseEvent[]) => urgency(clockOf('respond', inputOf(mantoso, events), now), now)
  expect(of([toReporter('question_asked', 1)])).toBe('paused')
  expect(of([toReporter('responded', 1)])).toBe('met')
  expect(of([toReporter('responded', 50)])).toBe('met')
  const wait = inputOf(withTerms({}), [], { notBefore: hoursLater(61) })
  expect(urgency(clockOf('announce_not_before', wait, now), now)).toBe('on_track')
})

describe('of any course of events', () => {
  const anEvent = fc
    .tuple(fc.nat({ max: 12 }), fc.integer({ min: 0, max: 40 * 24 * 60 }), fc.constantFrom('first', 'second'))
    .map(([kind, minutes, reportId]): CaseEvent => {
      const hours = minutes / 60
      if (kind < 2) return acknowledged(hours)
      if (kind < 4) return toReporter('message_sent', hours, reportId)
      if (kind < 5) return toReporter('responded', hours, reportId)
      if (kind < 8) return toReporter('question_asked', hours, reportId)
      if (kind < 10) return toReporter('reporter_replied', hours, reportId)
      if (kind < 11) return silencePassed(hours)
      return kind === 11 ? resolved(hours) : reopened(hours)
    })
  const aCase = fc
    .record({
      events: fc.array(anEvent, { maxLength: 12 }),
      counting: fc.constantFrom('calendar' as const, 'business' as const),
      countedFrom: fc.constantFrom('received' as const, 'acknowledged' as const),
    })
    .map(({ events, counting, countedFrom }) =>
      inputOf(
        withTerms({
          acknowledge: { hours: 48, counting },
          respond: { hours: 96, counting, countedFrom },
          keepInformedEveryDays: 7,
        }),
        events,
        { embargoUntil: daysLater(90), notBefore: daysLater(50) },
      ),
    )
  const afterAll = fc.integer({ min: 40 * 24, max: 400 * 24 }).map(hoursLater)

  test('the next due instant does not depend on when it is read', () => {
    fc.assert(
      fc.property(aCase, afterAll, afterAll, (input, now, later) => {
        expect(nextDue(clocksOf(input, now))?.dueAt).toBe(nextDue(clocksOf(input, later))?.dueAt)
      }),
    )
  })

  test('a status agrees with the facts beside it', () => {
    fc.assert(
      fc.property(aCase, afterAll, (input, now) => {
        for (const { status, metAt, dueAt, pausedSince, pausedMs, startedAt } of clocksOf(input, now)) {
          expect(metAt !== null).toBe(status === 'met' || status === 'late')
          expect(pausedSince !== null).toBe(status === 'paused')
          if (status === 'late') expect(metAt! > dueAt).toBe(true)
          if (status === 'breached') expect(now > dueAt).toBe(true)
          expect(pausedMs).toBeGreaterThanOrEqual(0)
          expect(startedAt >= received).toBe(true)
        }
      }),
    )
  })

  test('what is met or late stays as it is', () => {
    fc.assert(
      fc.property(aCase, afterAll, (input, now) => {
        const done = (clocks: Clock[]) => clocks.filter(({ metAt }) => metAt !== null)
        const before = done(clocksOf(input, now))
        const after = clocksOf(input, plusMs(now, 77 * dayMs + minuteMs))
        for (const clock of before) expect(after).toContainEqual(clock)
      }),
    )
  })
})
