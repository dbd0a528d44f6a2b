import { describe, expect, it } from 'vitest'
import { toInstant } from '@/lib/instant'
import { fixedIn, status } from '@/test/sample-advisory'
import { weaknessClasses, weaknessCwe } from './finding'
import { isFixedIn } from './fixed-in'
import { releaseGate } from './release-gate'
import { releaseVersion } from './release-version'
import { isCweId } from '@/domain/severity/cwe'

const finished = { finishedAt: toInstant('2026-11-20T09:00:00Z') }
const gate = (facts: Partial<Parameters<typeof releaseGate>[0]>) =>
  releaseGate({ release: '2.5.0', assessment: finished, findings: [], ...facts })

describe('releaseGate', () => {
  it.each<[string, Parameters<typeof gate>[0], string[]]>([
    ['nobody assessed it', { assessment: null }, ['Nobody has assessed 2.5.0.']],
    ['not finished', { assessment: { finishedAt: null } }, ['The assessment of 2.5.0 is not finished.']],
    ['nothing found', {}, []],
    ['accepted', { findings: [{ state: 'accepted', isFixed: false }] }, []],
    ['fixed', { findings: [{ state: 'case', isFixed: true }] }, []],
    ['to settle', { findings: [{ state: 'open', isFixed: false }] }, ['1 finding is not settled.']],
    [
      'all at once',
      {
        assessment: { finishedAt: null },
        findings: [
          { state: 'open', isFixed: false },
          { state: 'open', isFixed: false },
          { state: 'case', isFixed: false },
        ],
      },
      [
        'The assessment of 2.5.0 is not finished.',
        '2 findings are not settled.',
        '1 finding waits for a fix.',
      ],
    ],
  ])('%s', (_what, facts, says) => {
    const answer = gate(facts)
    expect(answer.reasons.map((reason) => reason.says)).toEqual(says)
    expect(answer.mayGoOut).toBe(says.length === 0)
  })
})

describe('isFixedIn', () => {
  const of = (...lines: Parameters<typeof isFixedIn>[1]['lines']) => ({
    stage: 'fixing' as const,
    resolution: null,
    lines,
  })
  const on = status
  const toFix = { affectedness: 'affected', plan: 'fix' } as const

  it.each<[string, Parameters<typeof isFixedIn>[1], boolean]>([
    ['in work', of(on('2.4.x', { ...toFix, work: 'in_review' })), false],
    ['merged', of(on('2.4.x', { ...toFix, work: 'merged' })), true],
    ['not judged yet', of(on('2.4.x', { affectedness: 'unknown' })), false],
    ['not affected', of(on('2.4.x', { affectedness: 'not_affected' })), true],
    ['no fix on purpose', of(on('2.4.x', { affectedness: 'affected', plan: 'wont_fix' })), true],
    ['released before', of(fixedIn('2.4.x', '2.4.7')), true],
    ['released in this very version', of(fixedIn('2.4.x', '2.4.8')), true],
    ['released only later', of(fixedIn('2.4.x', '2.4.9')), false],
    ['another line alone', of(fixedIn('2.3.x', '2.3.9')), false],
    ['on no line, all released', { ...of(fixedIn('2.3.x', '2.3.9')), stage: 'released' }, true],
    ['closed without a fix', { ...of(), stage: 'closed', resolution: 'not_a_vulnerability' }, true],
    ['closed as a duplicate', { ...of(), stage: 'closed', resolution: 'duplicate' }, false],
  ])('%s', (_what, its, isFixed) => expect(isFixedIn('2.4.8', its)).toBe(isFixed))
})

describe('releaseVersion', () =>
  it.each([
    ['2.5.0', '2.5.0'],
    [' v3.0.0-rc.1 ', '3.0.0-rc.1'],
    ['2.5', null],
    ['', null],
    ['latest', null],
  ])('reads %j as %j', (text, version) => expect(releaseVersion.safeParse(text).data ?? null).toBe(version)))

describe('weaknessCwe', () =>
  it('names a weakness of the catalogue for every class but the last', () => {
    for (const one of weaknessClasses) expect(one === 'other' || isCweId(weaknessCwe[one] ?? '')).toBe(true)
  }))
