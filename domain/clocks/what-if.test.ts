import { describe, expect, it } from 'vitest'
import type { CaseEvent } from '@/domain/cases/case-event'
import { defaultTerms } from '@/domain/policies/default-terms'
import type { PolicyTerms } from '@/domain/policies/terms'
import { hourMs, plusMs, toInstant } from '@/lib/instant'
import type { ClockInput } from './clock-input'
import { movedPromises, samplePromises } from './what-if'

const monday = toInstant('2026-11-16T09:00Z')
const now = plusMs(monday, hourMs)
const terms: PolicyTerms = {
  ...defaultTerms,
  acknowledge: { hours: 24, counting: 'calendar' },
  respond: { hours: 48, counting: 'calendar', countedFrom: 'acknowledged' },
  keepInformedEveryDays: null,
  announce: { ...defaultTerms.announce, delayDays: 7 },
}
const input = (events: CaseEvent[] = [], more: Partial<ClockInput> = {}): ClockInput => ({
  terms,
  reportId: 'r',
  receivedAt: monday,
  events,
  reporterDeadline: null,
  embargoUntil: null,
  notBefore: null,
  ...more,
})
const acknowledged: CaseEvent = { type: 'acknowledged', at: now, data: { handlerId: 'ada' } }
const slower: PolicyTerms = { ...terms, acknowledge: { hours: 48, counting: 'calendar' } }

describe('what a change of the policy would move', () => {
  it('is an open promise that would be due at another moment', () => {
    expect(movedPromises(input(), slower, now)).toEqual([
      { kind: 'acknowledge', from: '2026-11-17T09:00:00.000Z', to: '2026-11-18T09:00:00.000Z' },
    ])
    expect(movedPromises(input(), terms, now)).toEqual([])
  })

  it('is not a promise that was kept already', () => {
    expect(movedPromises(input([acknowledged]), slower, now)).toEqual([])
  })

  it('is one that would be made, or would not be made any more', () => {
    expect(movedPromises(input(), { ...terms, acknowledge: null }, now)).toEqual([
      { kind: 'acknowledge', from: '2026-11-17T09:00:00.000Z', to: null },
    ])
    expect(movedPromises(input(), { ...terms, keepInformedEveryDays: 7 }, now)).toEqual([
      { kind: 'keep_informed', from: null, to: '2026-11-23T09:00:00.000Z' },
    ])
  })

  it('is the earliest announcement, by as many days as the wait after the last release changes', () => {
    const notBefore = toInstant('2026-11-24T09:00Z')
    const quicker = { ...terms, announce: { ...terms.announce, delayDays: 3 } }
    expect(movedPromises(input([acknowledged], { notBefore }), quicker, now)).toEqual([
      { kind: 'announce_not_before', from: notBefore, to: '2026-11-20T09:00:00.000Z' },
    ])
  })

  it('counts a shutdown and holidays as business hours do', () => {
    const business: PolicyTerms = { ...terms, acknowledge: { hours: 48, counting: 'business' } }
    const away = { from: '2026-11-17', to: '2026-11-18', name: 'Away' }
    const closed = {
      ...business,
      businessCalendar: { ...business.businessCalendar, shutdowns: [away] },
    }
    expect(movedPromises(input([], { terms: business }), closed, now)).toEqual([
      { kind: 'acknowledge', from: '2026-11-18T09:00:00.000Z', to: '2026-11-20T09:00:00.000Z' },
    ])
  })
})

describe('a sample report', () => {
  it('shows every promise under both terms, the response from an acknowledgement at once', () => {
    expect(samplePromises(monday, terms, slower)).toEqual([
      { kind: 'acknowledge', from: '2026-11-17T09:00:00.000Z', to: '2026-11-18T09:00:00.000Z' },
      { kind: 'respond', from: '2026-11-18T09:00:00.000Z', to: '2026-11-18T09:00:00.000Z' },
    ])
  })
})
