import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayMs, plusMs, type Instant } from '@/lib/instant'
import type { LineStatus } from '@/domain/backports/line-status'
import { mayPublish } from './announce'
import { gateCodes, gatesOf, unmetGates, type GateCode, type GatesInput } from './gates'
import { notBefore } from './not-before'
import { notOverridden, overridableGates, overrideGates } from './override'

const releasedAt: Instant = '2026-11-20T10:00:00.000Z'
const day = (n: number) => plusMs(releasedAt, n * dayMs)

const released = (name: string, at = releasedAt): LineStatus => ({
  line: {
    id: name,
    name,
    range: '>=2.0.0 <3.0.0',
    branch: name,
    isDevelopment: false,
    supportedFrom: '2020-01-01T00:00:00.000Z',
    supportedUntil: null,
  },
  affectedness: 'affected',
  justification: null,
  plan: 'fix',
  planReason: null,
  work: 'released',
  introducedIn: null,
  release: { version: '2.4.7', releasedAt: at, url: 'https://example.org' },
  majorReason: null,
})
const yanked = (name: string): LineStatus => ({ ...released(name), work: 'merged', release: null })
const wontFix = (name: string): LineStatus => ({
  ...released(name),
  plan: 'wont_fix',
  planReason: 'Too old.',
  work: null,
  release: null,
})
const unknown = (name: string): LineStatus => ({
  ...released(name),
  affectedness: 'unknown',
  plan: null,
  work: null,
  release: null,
})

const ready: GatesInput = {
  confirmedAt: releasedAt,
  handlerId: 'ann',
  rating: 'high',
  audit: { waived: false },
  lines: [released('2.4.x'), released('2.3.x')],
  terms: {
    announce: {
      delayDays: 7,
      preferredWeekdays: [],
      preferredTime: null,
      avoidHolidays: true,
      secondApproval: true,
    },
  },
  advisoryGaps: [],
  advisory: { version: 3, approvedVersion: 3 },
  maintainers: 2,
  proposals: [],
  now: day(7),
}
const proposal = {
  id: 'e1',
  reportId: 'r1',
  by: 'reporter',
  until: day(30),
  state: 'open',
  proposedAt: day(1),
  answerBy: null,
} as const
const codes = (input: GatesInput) => unmetGates(input).map((gate) => gate.code)

describe('gatesOf', () => {
  it('lists all eight in order, whatever holds', () => {
    expect(gatesOf(ready).map((gate) => gate.code)).toEqual(gateCodes)
    expect(codes(ready)).toEqual([])
  })

  it.each<[string, Partial<GatesInput>, GateCode[], RegExp]>([
    ['not confirmed', { confirmedAt: null }, ['confirmed'], /not confirmed/],
    ['no handler', { handlerId: null }, ['confirmed'], /Nobody answers/],
    ['no severity', { rating: null }, ['severity'], /not classified/],
    ['no audit', { audit: null }, ['audit'], /same mistake/],
    ['no line', { lines: [] }, ['lines', 'not_before'], /no release lines/],
    ['a yanked release', { lines: [released('2.4.x'), yanked('2.3.x')] }, ['lines', 'not_before'], /2\.3\.x/],
    [
      'a line not judged',
      { lines: [released('2.4.x'), unknown('2.3.x')] },
      ['lines', 'not_before'],
      /2\.3\.x/,
    ],
    ['a week not over', { now: plusMs(day(7), -1) }, ['not_before'], /27 Nov 2026, 10:00 UTC/],
    ['an incomplete advisory', { advisoryGaps: ['Say what users must do.'] }, ['advisory'], /users must do/],
    ['not approved', { advisory: { version: 1, approvedVersion: null } }, ['approval'], /Not approved yet/],
    [
      'edited after approval',
      { advisory: { version: 4, approvedVersion: 3 } },
      ['approval'],
      /Changed since/,
    ],
    ['a counter-proposal', { proposals: [proposal] }, ['counter_proposal'], /handler accepts or declines/],
    [
      'our own proposal',
      { proposals: [{ ...proposal, by: 'team' }] },
      ['counter_proposal'],
      /has not answered/,
    ],
  ])('%s', (_name, change, unmet, reason) => {
    const input = { ...ready, ...change }
    expect(codes(input)).toEqual(unmet)
    expect(unmetGates(input)[0]!.reason).toMatch(reason)
  })

  it('says of a gate that does not apply, or cannot be answered yet, that it is so', () => {
    const gate = (code: GateCode, change: Partial<GatesInput>) =>
      gatesOf({ ...ready, ...change }).find((one) => one.code === code)
    expect(gate('not_before', {})).toMatchObject({ isMet: true, title: 'Waiting time is over' })
    expect(gate('not_before', { lines: [wontFix('2.4.x')] })).toMatchObject({
      isMet: true,
      title: 'No waiting time applies',
      reason: 'No line is to be fixed, so nothing has to be waited for.',
    })
    expect(gate('not_before', { lines: [] })).toMatchObject({
      isMet: false,
      reason: 'The case has no release lines, so there is no patch release to count from yet.',
    })
    expect(gate('approval', {})).toMatchObject({ title: 'Approved by a second maintainer' })
    expect(gate('approval', { maintainers: 1 })).toMatchObject({
      isMet: true,
      title: 'No second approval needed',
    })
  })

  it('asks no second maintainer of a team of one, or where the policy asks for none', () => {
    const advisory = { version: 1, approvedVersion: null }
    const terms = { announce: { ...ready.terms.announce, secondApproval: false } }
    expect(codes({ ...ready, advisory, maintainers: 1 })).toEqual([])
    expect(codes({ ...ready, advisory, terms })).toEqual([])
  })

  it('waits for nothing where no line is to be fixed', () => {
    expect(codes({ ...ready, lines: [wontFix('1.x')] })).toEqual([])
  })

  it('forgets a proposal that was answered, replaced, or is past', () => {
    expect(codes({ ...ready, proposals: [{ ...proposal, state: 'declined' }] })).toEqual([])
    expect(codes({ ...ready, proposals: [{ ...proposal, until: day(7) }] })).toEqual([])
    const replaced = unmetGates({
      ...ready,
      proposals: [proposal, { ...proposal, id: 'e2', proposedAt: day(2) }],
    })
    expect(replaced[0]!.facts.open).toEqual(['e2'])
  })
})

describe('notBefore', () => {
  it('is the last release plus the days, each of 24 hours', () => {
    const later = plusMs(releasedAt, 1000)
    expect(notBefore([released('a'), released('b', later)], 7, day(1))).toEqual({
      at: plusMs(later, 7 * dayMs),
      waitsFor: [],
    })
  })

  it('never falls when a line is added, and is unknown while one is missing', () => {
    const offsets = fc.array(fc.integer({ min: 0, max: 40 * dayMs }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(offsets, fc.integer({ min: 0, max: 40 * dayMs }), fc.nat(30), (all, more, days) => {
        const lines = all.map((ms, n) => released(`${n}.x`, plusMs(releasedAt, ms)))
        const before = notBefore(lines, days, day(99)).at!
        const after = notBefore([...lines, released('new', plusMs(releasedAt, more))], days, day(99)).at!
        expect(after >= before).toBe(true)
        expect(before).toBe(plusMs(releasedAt, Math.max(...all) + days * dayMs))
        expect(notBefore([...lines, yanked('new')], days, day(99))).toEqual({ at: null, waitsFor: ['new'] })
      }),
    )
  })
})

describe('overriding', () => {
  const unmet = (change: Partial<GatesInput>) => unmetGates({ ...ready, ...change })

  it('steps over the waiting time when it leaked on day 2 of 7, and over that only', () => {
    const result = overrideGates({ ground: 'leaked', text: null }, unmet({ now: day(2) }))
    expect(result).toEqual({ ok: true, value: { ground: 'leaked', gates: ['not_before'] } })
    const override = { ground: 'leaked', gates: ['not_before'] } as const
    expect(notOverridden(unmet({ now: day(2) }), override)).toEqual([])
    const yankedSince = unmet({ now: day(2), lines: [yanked('2.4.x')] })
    expect(notOverridden(yankedSince, override).map((gate) => gate.code)).toEqual(['lines'])
  })

  it('asks for a text where the ground is another one', () => {
    const waiting = unmet({ now: day(2) })
    expect(overrideGates({ ground: 'other', text: '  ' }, waiting)).toMatchObject({
      refusal: { code: 'text_missing' },
    })
    expect(overrideGates({ ground: 'other', text: 'Press asks.' }, waiting).ok).toBe(true)
  })

  it('never steps over confirmation, severity or an incomplete advisory', () => {
    for (const change of [{ confirmedAt: null }, { rating: null }, { advisoryGaps: ['No summary.'] }])
      expect(overrideGates({ ground: 'exploited', text: null }, unmet(change))).toMatchObject({
        refusal: { code: 'not_overridable' },
      })
    const forged = { ground: 'exploited', gates: ['advisory'] } as const
    expect(notOverridden(unmet({ advisoryGaps: ['No summary.'] }), forged)).toHaveLength(1)
  })

  it('refuses when every gate is met', () => {
    expect(overrideGates({ ground: 'leaked', text: null }, [])).toMatchObject({
      refusal: { code: 'nothing_to_override' },
    })
  })
})

describe('mayPublish', () => {
  const decide = (change: Partial<GatesInput>, scheduledFor: Instant | null = day(7)) => {
    const input = { ...ready, ...change }
    return mayPublish(gatesOf(input), null, scheduledFor, input.now)
  }

  it('publishes at the instant, waits before it, and does nothing once cancelled', () => {
    expect(decide({})).toEqual({ decision: 'publish' })
    expect(decide({ now: plusMs(day(7), -1) })).toEqual({ decision: 'wait', until: day(7) })
    expect(decide({}, null)).toMatchObject({ decision: 'suspend', gates: [] })
  })

  it('suspends when a release was yanked since, and names the line', () => {
    const decision = decide({ lines: [released('2.4.x'), yanked('2.3.x')] })
    expect(decision.decision).toBe('suspend')
    expect(decision.decision === 'suspend' && decision.reasons.join(' ')).toContain('2.3.x')
  })

  it('publishes only when no gate is left that nobody may or did step over', () => {
    const some = fc.subarray([...gateCodes])
    fc.assert(
      fc.property(some, some, (failing, overridden) => {
        const gates = gatesOf(ready).map((gate) => ({ ...gate, isMet: !failing.includes(gate.code) }))
        const { decision } = mayPublish(gates, { ground: 'leaked', gates: overridden }, day(7), day(7))
        const covered = (code: GateCode) => overridden.includes(code) && overridableGates.includes(code)
        expect(decision).toBe(failing.every(covered) ? 'publish' : 'suspend')
      }),
    )
  })
})
