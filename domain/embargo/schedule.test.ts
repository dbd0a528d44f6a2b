import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plusMs, type Instant } from '@/lib/instant'
import {
  agreedUntil,
  answerProposal,
  dateConflict,
  proposalState,
  propose,
  type ConflictInput,
  type EmbargoProposal,
} from './counter-proposal'
import { checkSchedule, dayWarnings, type ScheduleContext } from './schedule'
import { suggestedInstant } from './suggested-instant'

const terms: ScheduleContext['terms'] = {
  announce: {
    delayDays: 7,
    preferredWeekdays: [2, 3],
    preferredTime: '14:30',
    avoidHolidays: true,
    secondApproval: false,
  },
  businessCalendar: {
    timeZone: 'Europe/Berlin',
    workingDays: [1, 2, 3, 4, 5],
    workingHours: null,
    holidayRegion: null,
    holidays: [{ date: '2026-12-01', name: 'Founders’ day' }],
    shutdowns: [{ from: '2026-12-21', to: '2027-01-03', name: 'Winter break' }],
  },
}
const context: ScheduleContext = {
  notBefore: { at: '2026-11-24T09:00:00.000Z', waitsFor: [] },
  isWaitOverridden: false,
  terms,
  reporterDates: [],
  agreements: [],
  now: '2026-11-20T09:00:00.000Z',
}
const check = (instant: Instant, change: Partial<ScheduleContext> = {}) => {
  const result = checkSchedule(instant, { ...context, ...change })
  return result.ok ? result.value.map((warning) => warning.code) : result.refusal.code
}

describe('checkSchedule', () => {
  it.each<[string, Instant, Partial<ScheduleContext>, string | string[]]>([
    ['a good Wednesday', '2026-11-25T13:30:00.000Z', {}, []],
    ['exactly the earliest announcement', '2026-11-24T09:00:00.000Z', {}, []],
    ['a moment before it', '2026-11-24T08:59:59.999Z', {}, 'before_not_before'],
    ['before it, with the wait overridden', '2026-11-24T08:59:59.999Z', { isWaitOverridden: true }, []],
    ['the past, even when overridden', '2026-11-20T09:00:00.000Z', { isWaitOverridden: true }, 'in_the_past'],
    [
      'a line missing',
      '2026-11-25T13:30:00.000Z',
      { notBefore: { at: null, waitsFor: ['2.3.x'] } },
      'not_before_unknown',
    ],
    ['nothing to wait for', '2026-11-25T13:30:00.000Z', { notBefore: { at: null, waitsFor: [] } }, []],
    ['a Friday', '2026-11-27T13:30:00.000Z', {}, ['friday', 'not_preferred_weekday']],
    [
      'Thursday in UTC, Friday in Berlin',
      '2026-11-26T23:30:00.000Z',
      {},
      ['friday', 'not_preferred_weekday'],
    ],
    ['a Sunday', '2026-11-29T13:30:00.000Z', {}, ['weekend', 'not_preferred_weekday']],
    ['a holiday', '2026-12-01T13:30:00.000Z', {}, ['holiday']],
    ['a shutdown', '2026-12-22T13:30:00.000Z', {}, ['shutdown']],
    [
      'after the reporter’s date',
      '2026-11-25T13:30:00.000Z',
      { reporterDates: [{ at: '2026-11-25T08:00:00.000Z' }] },
      ['reporter_date_earlier'],
    ],
    [
      'before the agreed embargo',
      '2026-11-25T13:30:00.000Z',
      { agreements: [{ at: '2026-12-02T08:00:00.000Z' }] },
      ['embargo_earlier'],
    ],
  ])('%s', (_name, instant, change, expected) => {
    expect(check(instant, change)).toEqual(expected)
  })
})

describe('suggestedInstant', () => {
  it('is the first preferred day without a holiday, at the preferred time', () => {
    expect(suggestedInstant(context)).toBe('2026-11-24T13:30:00.000Z')
    const late = { at: '2026-11-25T18:00:00.000Z', waitsFor: [] } as const
    expect(suggestedInstant({ ...context, notBefore: late })).toBe('2026-12-02T13:30:00.000Z')
    expect(suggestedInstant({ ...context, notBefore: { at: null, waitsFor: ['2.3.x'] } })).toBeNull()
  })

  it('never proposes what scheduling would refuse or warn of', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * 24 * 60 }), (minutes) => {
        const at = plusMs('2026-11-20T09:00:00.000Z', minutes * 60_000)
        const earliest = { at, waitsFor: [] }
        const instant = suggestedInstant({ ...context, notBefore: earliest })
        expect(instant).not.toBeNull()
        expect(check(instant!, { notBefore: earliest })).toEqual([])
        expect(dayWarnings(instant!, terms)).toEqual([])
      }),
      { numRuns: 50 },
    )
  })
})

describe('embargo proposals', () => {
  const now: Instant = '2026-11-20T09:00:00.000Z'
  const open: EmbargoProposal = {
    id: 'e1',
    reportId: 'r1',
    by: 'reporter',
    until: '2027-01-10T09:00:00.000Z',
    state: 'open',
    proposedAt: '2026-11-19T09:00:00.000Z',
    answerBy: null,
  }

  it('are answered by the other side only, and only while open', () => {
    expect(answerProposal(open, 'team', [open], now).ok).toBe(true)
    expect(answerProposal(open, 'reporter', [open], now)).toMatchObject({ refusal: { code: 'own_proposal' } })
    expect(answerProposal(open, 'team', [open], open.until)).toMatchObject({ refusal: { code: 'not_open' } })
  })

  it('lie ahead and say something new', () => {
    const next = { reportId: 'r1', by: 'reporter', until: open.until } as const
    expect(propose(next, [open], now)).toMatchObject({ refusal: { code: 'same_date' } })
    expect(propose({ ...next, until: now }, [open], now)).toMatchObject({ refusal: { code: 'in_the_past' } })
    expect(propose({ ...next, by: 'team' }, [open], now).ok).toBe(true)
  })

  it('leave the agreement that was made last', () => {
    const accepted = { ...open, state: 'accepted' as const }
    const later = { ...accepted, until: '2027-02-01T09:00:00.000Z' as const, proposedAt: now }
    expect(agreedUntil([later, accepted, { ...open, proposedAt: '2026-11-21T09:00:00.000Z' }], now)).toBe(
      later.until,
    )
    expect(agreedUntil([open], now)).toBeNull()
  })

  it('are replaced by a newer one of either side in the same conversation', () => {
    const counter = { ...open, id: 'e2', by: 'team' as const, proposedAt: now }
    expect(proposalState(open, [open, counter], now)).toBe('lapsed')
    expect(proposalState(counter, [open, counter], now)).toBe('open')
    expect(proposalState(open, [open, { ...counter, reportId: 'another' }], now)).toBe('open')
  })

  it('are accepted by silence where that was said, and not when the other side answered with a date', () => {
    const ours: EmbargoProposal = { ...open, by: 'team', answerBy: '2026-12-03T09:00:00.000Z' }
    expect(proposalState(ours, [ours], '2026-12-03T08:59:00.000Z')).toBe('open')
    expect(proposalState(ours, [ours], '2026-12-03T09:00:00.000Z')).toBe('accepted')
    expect(agreedUntil([ours], '2026-12-03T09:00:00.000Z')).toBe(ours.until)
    const counter: EmbargoProposal = { ...open, id: 'e2', proposedAt: '2026-12-02T09:00:00.000Z' }
    expect(proposalState(ours, [ours, counter], '2026-12-04T09:00:00.000Z')).toBe('lapsed')
    const tooLate: EmbargoProposal = { ...counter, proposedAt: '2026-12-04T09:00:00.000Z' }
    expect(proposalState(ours, [ours, tooLate], '2026-12-05T09:00:00.000Z')).toBe('accepted')
  })
})

describe('dateConflict', () => {
  const date = '2027-03-01T08:00:00.000Z'
  const ours = { isConfirmed: true, delayDays: 7 }
  const conflict = (change: Partial<ConflictInput>, now: Instant = '2027-02-20T08:00:00.000Z') =>
    dateConflict({ dates: [{ at: date }], notBefore: { at: null, waitsFor: [] }, ...ours, ...change }, now)
  const missing = { notBefore: { at: null, waitsFor: ['2.3.x'] } }

  it.each<[string, Partial<ConflictInput>, Instant | undefined, string | undefined]>([
    [
      'our date is later',
      { notBefore: { at: '2027-03-03T10:00:00.000Z', waitsFor: [] } },
      undefined,
      'certain',
    ],
    ['our date is the same', { notBefore: { at: date, waitsFor: [] } }, undefined, undefined],
    ['our date is not known', missing, undefined, 'possible'],
    ['a release this moment would just do', missing, '2027-02-22T08:00:00.000Z', 'possible'],
    ['even a release this moment comes too late', missing, '2027-02-22T08:00:00.001Z', 'certain'],
    ['nothing is confirmed, and there is time', { isConfirmed: false }, undefined, 'possible'],
    [
      'nothing is confirmed, and time is short',
      { isConfirmed: false },
      '2027-02-25T08:00:00.000Z',
      'certain',
    ],
    ['nothing to wait for', {}, '2027-02-25T08:00:00.000Z', undefined],
    ['no date of theirs', { dates: [], ...missing }, undefined, undefined],
  ])('%s', (_name, change, now, kind) => {
    expect(conflict(change, now)?.kind).toBe(kind)
  })

  it('the earliest date counts, with the case it comes from; and says when we could announce at best', () => {
    const linked = { at: '2027-02-24T08:00:00.000Z', linkedCase: { reference: 'MAR-2027-0002' } } as const
    expect(conflict({ ...missing, dates: [{ at: date }, linked] })).toMatchObject({
      kind: 'certain',
      reporterDate: linked.at,
      linkedCase: linked.linkedCase,
      atBest: '2027-02-27T08:00:00.000Z',
    })
  })
})
