import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LineStatus } from '@/domain/backports/line-status'
import { acknowledge } from './acknowledge'
import { resolutionKinds, type ResolutionKind } from './case-event'
import { confirm, confirmConditions } from './confirm'
import { handOver, successorOf } from './hand-over'
import { nextStep, type NextStepInput } from './next-step'
import { caseReference, readReference, referenceBytes } from './reference'
import { finish, reopen } from './reopen'
import { resolutionDemands, resolutionSchema, resolve } from './resolutions'
import type { CaseFacts } from './stage'

const at = '2026-11-20T09:00:00.000Z' as const
const row = (name: string, more: Partial<LineStatus> = {}): LineStatus => ({
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
  work: 'todo',
  introducedIn: null,
  release: null,
  majorReason: null,
  ...more,
})
const released = row('2.4.x', {
  work: 'released',
  release: { version: '2.4.7', releasedAt: at, url: 'https://example.org' },
})
const unknown = row('2.3.x', { affectedness: 'unknown', plan: null, work: null })

const fresh: CaseFacts = {
  acknowledgedAt: null,
  handlerId: null,
  confirmedAt: null,
  lines: [],
  announcedAt: null,
  resolution: null,
  hasUnfinishedWork: false,
  at,
}
const acknowledged: CaseFacts = { ...fresh, acknowledgedAt: at, handlerId: 'ann' }
const confirmed: CaseFacts = { ...acknowledged, confirmedAt: at, lines: [row('2.4.x')] }
const spam: CaseFacts = { ...acknowledged, resolution: { kind: 'spam', at } }
const code = (result: { ok: true } | { ok: false; refusal: { code: string } }) =>
  result.ok ? null : result.refusal.code

describe('acknowledge', () => {
  it('makes the one who acknowledges answer for the case, unless somebody was assigned', () => {
    expect(acknowledge(fresh, 'ben', at)).toMatchObject({ value: { data: { handlerId: 'ben' } } })
    expect(acknowledge({ ...fresh, handlerId: 'ann' }, 'ben', at)).toMatchObject({
      value: { data: { handlerId: 'ann' } },
    })
  })

  it('happens once, on an open case', () => {
    expect(code(acknowledge(acknowledged, 'ben', at))).toBe('already_acknowledged')
    expect(code(acknowledge({ ...fresh, resolution: { kind: 'spam', at } }, 'ben', at))).toBe('closed')
  })
})

describe('handOver', () => {
  const team = [
    { personId: 'ann', role: 'lead' as const, openCases: 5 },
    { personId: 'ben', role: 'handler' as const, openCases: 0 },
    { personId: 'bea', role: 'handler' as const, openCases: 2 },
    { personId: 'oda', role: 'observer' as const, openCases: 0 },
  ]
  it.each([
    ['ben', null],
    ['ann', 'same_handler'],
    ['oda', 'observer'],
    ['zoe', 'not_in_team'],
  ])('to %s: %s', (to, expected) => {
    expect(code(handOver(acknowledged, to, team, at))).toBe(expected)
  })

  it('finds who takes over from one who leaves', () => {
    expect(successorOf('ben', team, [])).toBe('ann')
    expect(successorOf('ann', team, [])).toBe('ben')
    expect(successorOf('ben', team.slice(1), [])).toBe('bea')
    expect(successorOf('ben', [team[1]!, team[3]!], ['ben', 'olga'])).toBe('olga')
    expect(successorOf('ben', [team[1]!], ['ben'])).toBeNull()
  })
})

describe('confirm', () => {
  const ready = { ...acknowledged, lines: [row('2.4.x'), unknown] }
  const how = { reproducedBy: 'ben', how: 'Ran the proof on 2.4.6.' }

  it('records who reproduced it and which lines are affected', () => {
    expect(confirm(ready, how, at)).toMatchObject({
      ok: true,
      value: { data: { reproducedBy: 'ben', affectedLineIds: ['2.4.x'] } },
    })
  })

  it.each([
    ['handler', { ...fresh, lines: ready.lines }, how],
    ['affected_line', { ...ready, lines: [unknown] }, how],
    ['reproduced', ready, { reproducedBy: 'ben', how: ' ' }],
    ['reproduced', ready, { reproducedBy: null, how: 'Somehow.' }],
    ['not_confirmed', confirmed, how],
    ['open', spam, how],
  ])('refuses without %s', (missing, facts, reproduction) => {
    expect(code(confirm(facts, reproduction, at))).toBe(missing)
  })

  it('says which lines are not judged, without holding the step up', () => {
    const condition = confirmConditions(ready, how).find((one) => !one.isMet)
    expect(condition).toMatchObject({ code: 'open_questions', isRequired: false })
    expect(condition?.reason).toContain('2.3.x')
  })
})

describe('resolutions', () => {
  const more: Partial<Record<ResolutionKind, object>> = {
    duplicate: { ofCaseId: 'c2' },
    unsafe_by_design: { documentedAt: 'Manual, 4.2' },
    third_party: {
      upstream: 'zlib',
      toldWhere: 'security@zlib.example',
      toldAt: '2026-11-19T10:00:00+01:00',
    },
  }
  const parse = (kind: ResolutionKind) =>
    resolutionSchema.parse({ kind, explanation: 'Because.', ...more[kind] })

  it.each(resolutionKinds)('%s needs an explanation and what it demands', (kind) => {
    expect(resolutionSchema.safeParse({ kind, explanation: ' ', ...more[kind] }).success).toBe(false)
    expect(resolutionSchema.safeParse({ kind, explanation: 'Because.' }).success).toBe(
      more[kind] === undefined,
    )
    expect(resolve(acknowledged, parse(kind), 'c1', at)).toMatchObject({
      value: { data: { resolution: kind } },
    })
    expect(resolutionDemands[kind].demands).not.toBe('')
  })

  it('keeps the instant an upstream was told as an instant', () => {
    expect(parse('third_party')).toMatchObject({ toldAt: '2026-11-19T09:00:00.000Z' })
  })

  it.each<[string, CaseFacts, ResolutionKind, string, string]>([
    ['a closed case', spam, 'spam', 'c1', 'closed'],
    ['an announced case', { ...confirmed, announcedAt: at }, 'not_a_vulnerability', 'c1', 'announced'],
    ['a case nobody answers for', fresh, 'out_of_scope', 'c1', 'no_handler'],
    ['a duplicate of itself', acknowledged, 'duplicate', 'c2', 'same_case'],
    ['a confirmed case, withdrawn', confirmed, 'withdrawn', 'c1', 'confirmed'],
  ])('refuse %s', (_name, facts, kind, caseId, expected) => {
    expect(code(resolve(facts, parse(kind), caseId, at))).toBe(expected)
  })

  it('refuse an upstream that will be told later', () => {
    expect(code(resolve(acknowledged, parse('third_party'), 'c1', '2026-11-18T09:00:00.000Z'))).toBe(
      'told_later',
    )
  })

  it('close spam that nobody acknowledged', () => {
    expect(code(resolve(fresh, parse('spam'), 'c1', at))).toBeNull()
  })
})

describe('reopen and finish', () => {
  const announced = { ...confirmed, announcedAt: at, lines: [released] }
  it('move between closed and open only', () => {
    expect(code(reopen(spam, 'It was none.', at))).toBeNull()
    expect(code(reopen(announced, 'The fix is incomplete.', at))).toBeNull()
    expect(code(reopen(spam, ' ', at))).toBe('reason_missing')
    expect(code(reopen(acknowledged, 'Why not.', at))).toBe('not_closed')
    expect(code(finish({ ...announced, hasUnfinishedWork: true }, at))).toBeNull()
    expect(code(finish(announced, at))).toBe('closed')
    expect(code(finish(confirmed, at))).toBe('not_announced')
  })
})

describe('nextStep', () => {
  const input = (change: Partial<NextStepInput>): NextStepInput => ({
    facts: confirmed,
    unmetGates: [],
    turn: null,
    owesResponse: false,
    needsDate: false,
    isScheduled: false,
    linkedTo: null,
    needsCorrection: false,
    ...change,
  })
  const gate = (...codes: Array<NextStepInput['unmetGates'][number]['code']>) =>
    codes.map((one) => ({ code: one, reason: `${one} is missing.` }))
  const ready = { ...confirmed, lines: [released] }
  const turn = (waitsFor: 'team' | 'reporter') => ({ reportId: 'r1', waitsFor, since: at })
  const linkedTo = { reference: 'MAR-7K3QX' }

  it.each<[string, Partial<NextStepInput>, string | undefined, string | undefined]>([
    ['closed', { facts: spam }, undefined, undefined],
    ['received', { facts: fresh }, 'acknowledge', 'handler'],
    ['a reporter waits', { turn: turn('team') }, 'reply_to_reporter', 'handler'],
    [
      'we wait for the reporter',
      { facts: acknowledged, turn: turn('reporter') },
      'wait_for_reporter',
      'reporter',
    ],
    ['no severity', { facts: acknowledged, unmetGates: gate('severity') }, 'classify_severity', 'handler'],
    ['to confirm', { facts: acknowledged }, 'confirm', 'handler'],
    ['a response is owed', { owesResponse: true }, 'respond', 'handler'],
    [
      'an embargo date is open',
      { unmetGates: gate('lines', 'counter_proposal') },
      'answer_embargo',
      'handler',
    ],
    ['the dates do not fit', { needsDate: true }, 'answer_embargo', 'handler'],
    [
      'the dates do not fit, before anything is confirmed',
      { facts: acknowledged, needsDate: true },
      'answer_embargo',
      'handler',
    ],
    ['a line to fix', { unmetGates: gate('audit', 'lines') }, 'edit_lines', 'handler'],
    ['no audit', { facts: ready, unmetGates: gate('audit', 'advisory') }, 'record_audit', 'handler'],
    ['no advisory', { facts: ready, unmetGates: gate('advisory', 'approval') }, 'edit_advisory', 'handler'],
    ['no approval', { facts: ready, unmetGates: gate('approval') }, 'approve_advisory', 'second_maintainer'],
    ['all done, still waiting', { facts: ready, unmetGates: gate('not_before') }, 'schedule', 'handler'],
    ['scheduled', { facts: ready, isScheduled: true }, 'wait_for_announcement', 'desk'],
    ['announced, a line left', { facts: { ...confirmed, announcedAt: at } }, 'edit_lines', 'handler'],
    [
      'announced, and the credits changed since',
      { facts: { ...ready, announcedAt: at, hasUnfinishedWork: true }, needsCorrection: true },
      'revise_advisory',
      'handler',
    ],
    [
      'announced, reopened',
      { facts: { ...ready, announcedAt: at, hasUnfinishedWork: true } },
      'finish',
      'handler',
    ],
    ['a repetition, received', { facts: fresh, linkedTo }, 'acknowledge', 'handler'],
    ['a repetition whose reporter waits', { linkedTo, turn: turn('team') }, 'reply_to_reporter', 'handler'],
    ['a repetition, a response is owed', { linkedTo, owesResponse: true }, 'respond', 'handler'],
    ['a repetition, the dates do not fit', { linkedTo, needsDate: true }, 'answer_embargo', 'handler'],
    [
      'a repetition, no severity',
      { facts: acknowledged, linkedTo, unmetGates: gate('severity') },
      'goes_on_elsewhere',
      'handler',
    ],
    ['a repetition, a line to fix', { linkedTo, unmetGates: gate('lines') }, 'goes_on_elsewhere', 'handler'],
    ['a repetition, closed', { facts: spam, linkedTo }, undefined, undefined],
  ])('%s', (_name, change, act, whose) => {
    const step = nextStep(input(change))
    expect([step?.act, step?.whose]).toEqual([act, whose])
  })

  it('names the case where a repetition goes on, as far as it may be seen', () => {
    expect(nextStep(input({ linkedTo }))?.title).toBe('Goes on in MAR-7K3QX')
    expect(nextStep(input({ linkedTo: { reference: null } }))?.title).toBe('Goes on in the case it repeats')
  })

  it('says why confirming is blocked, and names the lines', () => {
    expect(nextStep(input({ facts: acknowledged }))?.blockedBy).toMatch(/No release line/)
    expect(nextStep(input({ facts: { ...acknowledged, lines: [row('2.4.x')] } }))?.blockedBy).toBeNull()
    expect(nextStep(input({}))?.title).toContain('2.4.x')
  })
})

describe('a case reference', () => {
  it('reads back as people write it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: referenceBytes, maxLength: referenceBytes }), (bytes) => {
        const reference = caseReference('MAR', bytes)
        expect(reference).toMatch(/^MAR-[0-9A-HJKMNP-TV-Z]{5}$/)
        expect(readReference(` ${reference.toLowerCase().replace('-', ' ')} `)).toBe(reference)
      }),
    )
  })

  it.each(['', 'MAR', 'MAR-', 'MAR-123', 'MAR-123456', 'MAR-UUUUU', '-12345'])('%j is none', (typed) => {
    expect(readReference(typed)).toBeNull()
  })
})
