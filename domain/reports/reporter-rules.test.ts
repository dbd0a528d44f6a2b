import { describe, expect, it } from 'vitest'
import { dayMs, hourMs, plusMs, toInstant, type Instant } from '@/lib/instant'
import type { CaseEvent } from '@/domain/cases/case-event'
import type { CaseFacts } from '@/domain/cases/stage'
import type { Clock } from '@/domain/clocks/clock'
import { fixedIn, status } from '@/test/sample-advisory'
import { brokenPromises, mayPublishNow } from './broken-promises'
import { keptShare } from './kept-share'
import { localDateTime } from './local-date-time'
import { mayRemind } from './reminder'
import { localInstant } from './reporter-terms'
import { wayOfReport } from './way-of-report'

const start = toInstant('2026-11-20T09:00:00Z')
const due = plusMs(start, 48 * hourMs)

const clock = (more: Partial<Clock> = {}): Clock => ({
  kind: 'acknowledge',
  reportId: 'r1',
  startedAt: start,
  dueAt: due,
  pausedMs: 0,
  pauses: [],
  pausedSince: null,
  status: 'running',
  metAt: null,
  metBy: null,
  reason: { code: 'agreed_embargo', timeZone: 'UTC' },
  ...more,
})

describe('mayRemind', () => {
  const reminded = (at: Instant, reportId = 'r1'): CaseEvent => ({
    type: 'reminder_sent',
    at,
    data: { reportId },
  })
  const ask = (now: Instant, more: Partial<Parameters<typeof mayRemind>[0]> = {}) => {
    const asked = {
      events: [],
      reportId: 'r1',
      receivedAt: start,
      acknowledgedAt: null,
      acknowledge: clock(),
    }
    const answer = mayRemind({ ...asked, ...more }, now)
    return answer.ok ? 'yes' : answer.refusal.code
  }
  const late = plusMs(due, hourMs)

  it.each([
    ['before it is due', due, {}, 'not_overdue'],
    ['a millisecond later', plusMs(due, 1), {}, 'yes'],
    ['once acknowledged', late, { acknowledgedAt: start }, 'acknowledged'],
    ['again within a day', plusMs(late, 24 * hourMs - 1), { events: [reminded(late)] }, 'reminded'],
    ['again after a day', plusMs(late, 24 * hourMs), { events: [reminded(late)] }, 'yes'],
    ['after another reporter did', late, { events: [reminded(late, 'r2')] }, 'yes'],
    ['without a number, within a week', plusMs(start, 7 * dayMs), { acknowledge: null }, 'not_overdue'],
    ['without a number, after a week', plusMs(start, 7 * dayMs + 1), { acknowledge: null }, 'yes'],
  ])('%s', (_when, now, more, expected) => expect(ask(now, more)).toBe(expected))
})

describe('brokenPromises', () => {
  const own = clock({ kind: 'reporter_deadline', status: 'breached' })
  const report = { receivedAt: start, acknowledgedAt: null }
  const kinds = (clocks: Clock[], now = plusMs(start, dayMs), more = {}) =>
    brokenPromises({ ...report, clocks, ...more }, now).map(({ kind }) => kind)
  const late = plusMs(start, 7 * dayMs + 1)
  const promised = clock({ kind: 'acknowledge', status: 'running' })

  it('are those of the team; the reporter’s own date is none where the policy gives numbers', () => {
    expect(kinds([promised, own, clock({ kind: 'respond', status: 'breached' })])).toEqual(['respond'])
    expect(kinds([promised], late)).toEqual([])
    expect(kinds([clock({ kind: 'acknowledge', status: 'late' })], late)).toEqual([])
  })

  it.each([
    ['a week without acknowledgement', [], late, {}, ['unacknowledged']],
    ['not a moment earlier', [], plusMs(late, -1), {}, []],
    ['not once acknowledged', [], late, { acknowledgedAt: start }, []],
    ['the reporter’s own date that passed', [own], late, { acknowledgedAt: start }, ['own_date']],
    ['not a date that is still to come', [clock({ kind: 'reporter_deadline' })], start, {}, []],
    ['both', [own], late, {}, ['unacknowledged', 'own_date']],
  ])('without a number: %s', (_name, clocks, now, more, expected) => {
    expect(kinds(clocks, now, more)).toEqual(expected)
  })

  it('let a reporter publish only under a policy that says so', () => {
    const broken = brokenPromises({ ...report, clocks: [] }, late)
    expect(mayPublishNow({ reporterMayPublishIfIgnored: true }, broken)).toBe(true)
    expect(mayPublishNow({ reporterMayPublishIfIgnored: false }, broken)).toBe(false)
    expect(mayPublishNow({ reporterMayPublishIfIgnored: true }, [])).toBe(false)
  })
})

describe('keptShare', () => {
  const met = (hours: number) => clock({ status: 'met', metAt: plusMs(start, hours * hourMs) })
  it.each([
    ['four are too few', [met(1), met(2), met(3), met(4)], null],
    [
      'running and paused ones do not count',
      [met(1), met(2), met(3), met(4), clock(), clock({ status: 'paused' })],
      null,
    ],
    [
      'met after 5 h, 7 h and 9 h, and twice overdue',
      [met(5), met(7), met(9), clock({ status: 'breached' }), clock({ status: 'breached' })],
      { reports: 5, percent: 60, typicalMs: 7 * hourMs },
    ],
    [
      'none kept',
      [1, 2, 3, 4, 5].map(() => clock({ status: 'breached' })),
      { reports: 5, percent: 0, typicalMs: null },
    ],
    [
      'late ones have a length and are not kept',
      [1, 2, 3, 4, 5].map(met).concat(clock({ status: 'late', metAt: plusMs(start, 60 * hourMs) })),
      { reports: 6, percent: 83, typicalMs: 3.5 * hourMs },
    ],
  ])('%s', (_name, clocks, expected) => expect(keptShare(clocks)).toEqual(expected))
})

describe('localDateTime', () => {
  it.each([
    ['2027-03-01T08:00:00Z', 'Europe/Berlin', '2027-03-01T09:00'],
    ['2027-07-01T23:30:00Z', 'Asia/Kolkata', '2027-07-02T05:00'],
  ])('%s in %s, and back', (at, zone, local) => {
    expect(localDateTime(toInstant(at), zone)).toBe(local)
    expect(localInstant(local, zone)).toEqual({ ok: true, value: toInstant(at) })
  })
})

describe('wayOfReport', () => {
  const facts = (more: Partial<CaseFacts> = {}): CaseFacts => ({
    acknowledgedAt: null,
    handlerId: null,
    confirmedAt: null,
    lines: [],
    announcedAt: null,
    resolution: null,
    hasUnfinishedWork: false,
    at: start,
    ...more,
  })
  const way = (more: Partial<Parameters<typeof wayOfReport>[0]> = {}) =>
    wayOfReport({
      facts: facts(),
      events: [],
      receivedAt: start,
      clocks: [clock()],
      scheduledFor: null,
      ...more,
    })
  const states = (steps: ReturnType<typeof way>) => steps.map(({ stage, state }) => `${stage} ${state}`)
  const met = clock({ status: 'met', metAt: plusMs(start, hourMs) })
  const known = {
    acknowledgedAt: plusMs(start, hourMs),
    handlerId: 'h',
    confirmedAt: plusMs(start, 2 * hourMs),
  }

  it('begins with one step and a promise', () => {
    expect(states(way())).toEqual([
      'received current',
      'acknowledged upcoming',
      'confirmed upcoming',
      'fixing upcoming',
      'released upcoming',
      'announced upcoming',
    ])
    expect(way()[1]?.promise).toEqual({ kind: 'due', at: due })
    expect(states(way({ clocks: [clock({ status: 'breached' })] }))[1]).toBe('acknowledged late')
  })

  it('promises no instant where the policy has no number', () => {
    expect(way({ clocks: [] }).map(({ promise }) => promise)).toEqual([null, null, null, null, null, null])
  })

  it('shows what is reached with its instant, and the plan for the announcement', () => {
    const released = { facts: facts({ ...known, lines: [fixedIn('2.4.x', '2.4.7')] }), clocks: [met] }
    expect(way({ ...released, scheduledFor: due }).slice(-2)).toEqual([
      { stage: 'released', state: 'current', reachedAt: '2026-11-20T10:00:00.000Z', promise: null },
      { stage: 'announced', state: 'upcoming', reachedAt: null, promise: { kind: 'scheduled', at: due } },
    ])
  })

  it('a fix that came after the announcement moves no step that came before', () => {
    const early = fixedIn('2.4.x', '2.4.7')
    const late = fixedIn('2.3.x', '2.3.9')
    const lines = [early, { ...late, release: { ...late.release!, releasedAt: plusMs(due, hourMs) } }]
    const steps = way({ facts: facts({ ...known, announcedAt: due, lines }), clocks: [met] })
    expect(steps.find(({ stage }) => stage === 'released')?.reachedAt).toBe(early.release?.releasedAt)
  })

  it('leaves out what was never needed once it is past', () => {
    const steps = way({ facts: facts({ ...known, announcedAt: due }), clocks: [met] })
    expect(states(steps)).toEqual(['received done', 'acknowledged done', 'confirmed done', 'announced done'])
  })

  it('ends where the case ended without a fix', () => {
    const resolution = { kind: 'out_of_scope' as const, at: due }
    const steps = way({ facts: facts({ acknowledgedAt: start, handlerId: 'h', resolution }), clocks: [met] })
    expect(states(steps)).toEqual(['received done', 'acknowledged done', 'closed current'])
  })

  it('of a second report shows its own acknowledgement, while the case is further', () => {
    const steps = way({ facts: facts({ ...known, lines: [status('2.4.x')] }), clocks: [clock()] })
    expect(states(steps).slice(0, 3)).toEqual(['received done', 'acknowledged upcoming', 'confirmed done'])
  })
})
