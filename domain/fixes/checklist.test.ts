import { describe, expect, it } from 'vitest'
import type { LineStatus, Work } from '@/domain/backports/line-status'
import type { CaseEvent } from '@/domain/cases/case-event'
import { factsFromEvents } from '@/domain/cases/facts-from-events'
import { defaultTerms } from '@/domain/policies/default-terms'
import { toInstant } from '@/lib/instant'
import { fixChecklist } from './checklist'

const at = toInstant('2026-11-20T10:00Z')
const line = (name: string, work: Work | null, isDevelopment = false): LineStatus => ({
  line: {
    id: name,
    name,
    range: '*',
    branch: name,
    isDevelopment,
    supportedFrom: toInstant('2026-01-01T00:00Z'),
    supportedUntil: null,
  },
  affectedness: work === null ? 'unknown' : 'affected',
  justification: null,
  plan: work === null ? null : 'fix',
  planReason: null,
  work,
  introducedIn: null,
  release: work === 'released' ? { version: '2.4.7', releasedAt: at, url: 'https://example.org' } : null,
  majorReason: null,
})
const confirmed: CaseEvent = {
  type: 'confirmed',
  at,
  data: { reproducedBy: 'ada', affectedLineIds: ['2.x'] },
}
const audited: CaseEvent = { type: 'audit_recorded', at, data: { waived: false } }
const ticked = (entry: 'tests' | 'release_notes'): CaseEvent => ({
  type: 'checklist_ticked',
  at,
  data: { entry, by: 'ada' },
})

const checklist = (lines: LineStatus[], events: CaseEvent[], isCveSettled = false) =>
  fixChecklist({
    terms: defaultTerms,
    facts: factsFromEvents(events, { lines, hasOpenRequest: false, at }),
    events,
    isCveSettled,
  })
const states = (...given: Parameters<typeof checklist>) =>
  Object.fromEntries(checklist(...given).map(({ code, state }) => [code, state]))

describe('the checklist of a fix', () => {
  it('is all open at first, in the order of the work', () => {
    expect(Object.entries(states([line('2.x', null)], []))).toEqual([
      ['confirm', 'open'],
      ['reproduce', 'open'],
      ['audit', 'open'],
      ['fix_main', 'open'],
      ['backport', 'open'],
      ['tests', 'open'],
      ['release_notes', 'open'],
      ['cve', 'open'],
    ])
  })

  it('is done by the acts it names', () => {
    const lines = [line('main', 'merged', true), line('2.x', 'released')]
    const done = states(lines, [confirmed, audited, ticked('release_notes')], true)
    expect(Object.entries(done).filter(([, state]) => state !== 'done')).toEqual([['tests', 'open']])
  })

  it('leaves out what the case has none of', () => {
    expect(states([line('2.x', 'todo')], [confirmed]).fix_main).toBe('not_needed')
    expect(states([line('main', 'todo', true)], [confirmed])).toMatchObject({
      fix_main: 'open',
      backport: 'not_needed',
      release_notes: 'not_needed',
    })
  })

  it('asks for every line: one that waits, or that nobody judged, keeps it open', () => {
    expect(states([line('2.x', 'released'), line('1.x', 'in_review')], [confirmed]).backport).toBe('open')
    expect(states([line('2.x', 'released'), line('1.x', null)], [confirmed]).backport).toBe('open')
  })

  it('takes a tick with its person and instant, and takes it back', () => {
    const tests = (events: CaseEvent[]) =>
      checklist([line('2.x', 'todo')], events).find(({ code }) => code === 'tests')
    expect(tests([ticked('tests')])).toMatchObject({ state: 'done', doneBy: 'tick', tickedBy: 'ada', at })
    const back: CaseEvent = { type: 'checklist_unticked', at, data: { entry: 'tests' } }
    expect(tests([ticked('tests'), back])).toMatchObject({ state: 'open', isTickable: true })
  })

  it('lets nobody tick what a gate of the announcement asks for', () => {
    const open = checklist([line('2.x', 'todo')], [])
    expect(open.filter(({ isTickable }) => isTickable).map(({ code }) => code)).toEqual([
      'reproduce',
      'tests',
      'release_notes',
      'cve',
    ])
  })

  it('says which lines the policy fixes', () => {
    const lines = [line('2.x', 'todo'), line('1.x', 'todo')]
    const what = checklist(lines, []).find(({ code }) => code === 'backport')?.what
    expect(what).toBe('The policy fixes every supported line: 2.x, 1.x.')
  })
})
