import { describe, expect, it } from 'vitest'
import { dayMs, plusMs, type Instant } from '@/lib/instant'
import { dateConflict, type EmbargoProposal } from './counter-proposal'
import { embargoInForce, silenceAcceptsAt, standsAtOnce } from './embargo-in-force'
import { negotiationOf } from './negotiation'

const start: Instant = '2026-11-20T09:00:00.000Z'
const day = (n: number) => plusMs(start, n * dayMs)
const proposal = (change: Partial<EmbargoProposal>): EmbargoProposal => ({
  id: 'e1',
  reportId: 'r1',
  by: 'team',
  until: day(40),
  state: 'open',
  proposedAt: day(1),
  answerBy: null,
  ...change,
})
const agreed = (until: Instant) => proposal({ state: 'accepted', until })

describe('the embargo in force', () => {
  const known = { proposals: [], reporterDates: [null], receivedAt: start, longestDays: 90 }

  it.each([
    ['the policy’s longest', known, { until: day(90), because: 'policy' }],
    [
      'a shorter wish of the reporter',
      { ...known, reporterDates: [day(30)] },
      { until: day(30), because: 'reporter_date' },
    ],
    ['not a longer wish', { ...known, reporterDates: [day(120)] }, { until: day(90), because: 'policy' }],
    [
      'what was agreed, also when it is longer',
      { ...known, proposals: [agreed(day(100))] },
      { until: day(100), because: 'agreed' },
    ],
    [
      'a shorter wish stated after the agreement',
      { ...known, proposals: [agreed(day(100))], reporterDates: [day(50)] },
      { until: day(50), because: 'reporter_date' },
    ],
    [
      'the first of several reporters',
      { ...known, reporterDates: [day(50), null, day(20)] },
      { until: day(20), because: 'reporter_date' },
    ],
    ['nothing where nothing was promised', { ...known, longestDays: null }, null],
  ])('is %s', (_name, given, expected) => {
    expect(embargoInForce(given, day(2))).toEqual(expected)
  })

  it('is shortened at once, and lengthened only by consent', () => {
    const inForce = embargoInForce(known, day(2))
    expect(standsAtOnce(day(89), inForce)).toBe(true)
    expect(standsAtOnce(day(90), inForce)).toBe(false)
    expect(standsAtOnce(day(5), null)).toBe(false)
  })

  it('is accepted by silence within the policy, and never against the reporter’s own date', () => {
    const asked = { receivedAt: start, longestDays: 90, silenceDays: 14, reporterDate: null }
    expect(silenceAcceptsAt(day(90), asked, day(3))).toBe(day(17))
    expect(silenceAcceptsAt(day(91), asked, day(3))).toBeNull()
    expect(silenceAcceptsAt(day(40), { ...asked, reporterDate: day(30) }, day(3))).toBeNull()
    expect(silenceAcceptsAt(day(30), { ...asked, reporterDate: day(30) }, day(3))).toBe(day(17))
    expect(silenceAcceptsAt(day(30), { ...asked, longestDays: null }, day(3))).toBeNull()
  })
})

describe('a negotiation', () => {
  const ourDate = (at: Instant | null, waitsFor: string[]) =>
    dateConflict(
      { dates: [{ at: day(10) }], notBefore: { at, waitsFor }, isConfirmed: true, delayDays: 7 },
      day(2),
    )
  const conflict = ourDate(day(12), [])
  const maybe = ourDate(null, ['2.4.x'])

  it.each([
    ['there is nothing between the dates', null, [], 'none', null],
    ['our date is not known', maybe, [], 'none', null],
    ['the dates do not fit', conflict, [], 'needed', null],
    ['the team proposed', conflict, [proposal({})], 'open', 'reporter'],
    ['the reporter proposed', null, [proposal({ by: 'reporter' })], 'open', 'team'],
    [
      'it was declined and the dates still do not fit',
      conflict,
      [proposal({ state: 'declined' })],
      'needed',
      null,
    ],
    ['both agreed', null, [agreed(day(40))], 'agreed', null],
  ] as const)('when %s', (_name, given, proposals, state, waitsFor) => {
    expect(negotiationOf(given, proposals, day(2))).toMatchObject({ state, waitsFor })
  })
})
