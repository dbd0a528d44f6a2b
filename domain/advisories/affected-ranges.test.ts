import { describe, expect, it } from 'vitest'
import type { LineStatus } from '@/domain/backports/line-status'
import { announced, fixedIn, line, status } from '@/test/sample-advisory'
import { affectedRanges, affectedSentence } from './affected-ranges'
import { advisoryText } from './advisory-text'

describe('affected and fixed versions', () => {
  it('A bug on 1.x, 2.x, 3.x and 5.x, and 4.x gets no fix: rows per line; the document and the text say so', () => {
    const document = announced([
      fixedIn('1.x', '1.9.4'),
      fixedIn('2.x', '2.7.1', { introducedIn: '2.1.0' }),
      fixedIn('3.x', '3.3.3'),
      status('4.x', { plan: 'wont_fix', planReason: 'Nobody uses 4.x; move to 5.x', work: null }),
      fixedIn('5.x', '5.0.2'),
    ])
    expect(
      document.affected.map(({ line: name, state, versions, fixed }) => [name, state, versions, fixed]),
    ).toEqual([
      ['5.x', 'fixed', '>=5.0.0 <5.0.2', '5.0.2'],
      ['4.x', 'wont_fix', '>=4.0.0 <5.0.0', null],
      ['3.x', 'fixed', '>=3.0.0 <3.3.3', '3.3.3'],
      ['2.x', 'fixed', '>=2.1.0 <2.7.1', '2.7.1'],
      ['1.x', 'fixed', '>=1.0.0 <1.9.4', '1.9.4'],
    ])
    expect(advisoryText(document)).toContain(
      '4.x: >=4.0.0 <5.0.0 is affected and gets no fix: Nobody uses 4.x; move to 5.x.',
    )
  })

  it('A bug that a backport introduced on an old line only: that line affected, main not affected', () => {
    const affected = affectedRanges([
      fixedIn('2.4.x', '2.4.7', { introducedIn: '2.4.6' }),
      status('main', {
        line: line('main', { range: '*', isDevelopment: true }),
        affectedness: 'not_affected',
        justification: 'vulnerable_code_not_present',
        plan: null,
        work: null,
      }),
    ])
    expect(affected.map(affectedSentence)).toEqual([
      'main: not affected: the vulnerable code is not in it.',
      '2.4.x: >=2.4.6 <2.4.7 is affected; 2.4.7 has the fix.',
    ])
  })

  it.each<[name: string, one: LineStatus, versions: string | null, sentence: RegExp]>([
    ['a fix under way', status('2.4.x'), '>=2.4.0 <2.5.0', /not released yet/],
    [
      'out of support',
      status('2.4.x', { plan: 'out_of_support', work: null }),
      '>=2.4.0 <2.5.0',
      /gets no fix: the line is out of support\./,
    ],
    ['not known', status('2.4.x', { affectedness: 'unknown', plan: null, work: null }), null, /not known/],
    ['a line that begins with the fix', fixedIn('3.x', '3.0.0'), null, /first version, 3\.0\.0, has the fix/],
    [
      'a fix in the next major only',
      fixedIn('2.4.x', '3.0.0', { majorReason: 'Interface.' }),
      '>=2.4.0 <2.5.0',
      /3\.0\.0 has the fix/,
    ],
    [
      'a line without an end',
      status('main', { line: line('main', { range: '>=6.0.0-0' }) }),
      '>=6.0.0',
      />=6\.0\.0 is affected/,
    ],
    [
      'a release that was taken back',
      status('2.4.x', { work: 'merged' }),
      '>=2.4.0 <2.5.0',
      /not released yet/,
    ],
  ])('%s', (_, one, versions, sentence) => {
    const [affected] = affectedRanges([one])
    expect(affected?.versions).toBe(versions)
    expect(affected && affectedSentence(affected)).toMatch(sentence)
  })

  it('keep to themselves why a fix was accepted on request', () => {
    const [affected] = affectedRanges([
      fixedIn('2.4.x', '2.4.7', { planReason: 'Accepted on request: Acme is stuck' }),
    ])
    expect(JSON.stringify(affected)).not.toContain('Acme')
  })
})
