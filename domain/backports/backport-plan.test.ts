import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { toInstant, type Instant } from '@/lib/instant'
import { proposePlan, type LineFinding } from './backport-plan'
import { affectednesses, type ReleaseLine } from './line-status'
import { newestFirst, supportedLines } from './supported'

const at = toInstant('2026-11-20T21:00:00Z')

const line = (name: string, more: Partial<ReleaseLine> = {}): ReleaseLine => ({
  id: name,
  name,
  range: name.replace(/\.x$/, '') + '.x',
  branch: name,
  isDevelopment: false,
  supportedFrom: toInstant('2020-01-01T00:00:00Z'),
  supportedUntil: null,
  ...more,
})
const main = line('main', { range: '*', isDevelopment: true })
const ended = { supportedUntil: toInstant('2026-01-01T00:00:00Z') }
const affected: LineFinding = { affectedness: 'affected' }
const notAffected: LineFinding = {
  affectedness: 'not_affected',
  justification: 'vulnerable_code_not_present',
}

const terms = (
  lines: 'every_supported' | 'newest_only' = 'every_supported',
  olderMinors: 'never' | 'on_request' = 'never',
) => ({ backports: { lines, olderMinors } })

const plans = (rows: ReturnType<typeof proposePlan>) =>
  rows.map(({ status, why }) => [status.line.name, status.plan, why.code])

const everywhere = (lines: readonly ReleaseLine[]) =>
  Object.fromEntries(lines.map(({ id }) => [id, affected]))

describe('the proposed plan', () => {
  it('fixes every supported line, newest first, and leaves lines out of support alone', () => {
    const lines = [line('2.4.x'), line('10.0.x'), line('1.9.x', ended), main, line('9.2.x')]
    expect(plans(proposePlan({ terms: terms(), lines, at, affected: everywhere(lines) }))).toEqual([
      ['main', 'fix', 'development'],
      ['10.0.x', 'fix', 'supported'],
      ['9.2.x', 'fix', 'supported'],
      ['2.4.x', 'fix', 'supported'],
      ['1.9.x', 'out_of_support', 'out_of_support'],
    ])
  })

  it('fixes the newest line only where the policy says so, and gives that as the reason', () => {
    const lines = [line('3.x'), line('2.x')]
    const rows = proposePlan({ terms: terms('newest_only'), lines, at, affected: everywhere(lines) })
    expect(plans(rows)).toEqual([
      ['3.x', 'fix', 'newest'],
      ['2.x', 'wont_fix', 'policy_newest_only'],
    ])
    expect(rows[1]?.status.planReason).toMatch(/newest release line only/)
  })

  it.each([
    ['on_request' as const, 'older_minor_on_request'],
    ['never' as const, 'older_minor_never'],
  ])('leaves an unsupported older minor of a supported major out: %s', (olderMinors, code) => {
    const lines = [line('4.1.x'), line('4.0.x', ended), line('3.2.x', ended)]
    expect(
      plans(
        proposePlan({ terms: terms('every_supported', olderMinors), lines, at, affected: everywhere(lines) }),
      ),
    ).toEqual([
      ['4.1.x', 'fix', 'supported'],
      ['4.0.x', 'out_of_support', code],
      ['3.2.x', 'out_of_support', 'out_of_support'],
    ])
  })

  it('lets a line that is not released yet ship with the fix', () => {
    const lines = [line('5.x', { supportedFrom: toInstant('2027-01-01T00:00:00Z') })]
    expect(plans(proposePlan({ terms: terms(), lines, at, affected: everywhere(lines) }))).toEqual([
      ['5.x', 'fix', 'support_starts_later'],
    ])
  })

  it('A bug that a backport introduced on an old line only: that line affected, main not affected', () => {
    const lines = [main, line('3.x'), line('2.4.x')]
    const rows = proposePlan({
      terms: terms(),
      lines,
      at,
      affected: {
        main: notAffected,
        '3.x': notAffected,
        '2.4.x': { affectedness: 'affected', introducedIn: '2.4.6' },
      },
    })
    expect(
      rows.map(({ status }) => [status.line.name, status.affectedness, status.plan, status.work]),
    ).toEqual([
      ['main', 'not_affected', null, null],
      ['3.x', 'not_affected', null, null],
      ['2.4.x', 'affected', 'fix', 'todo'],
    ])
    expect(rows[0]?.status.justification).toBe('vulnerable_code_not_present')
    expect(rows[2]?.status.introducedIn).toBe('2.4.6')
  })

  it('leaves lines nobody has judged as open questions', () => {
    const [row] = proposePlan({ terms: terms(), lines: [line('2.x')], at, affected: {} })
    expect(row).toMatchObject({
      status: { affectedness: 'unknown', plan: null, work: null },
      why: { code: 'not_judged' },
    })
  })

  it('has one row per line with a reason, plans only affected lines, and fixes at most one line under “newest only”', () => {
    const instants = fc.constantFrom<Instant>(
      toInstant('2026-01-01T00:00:00Z'),
      at,
      toInstant('2027-01-01T00:00:00Z'),
    )
    const lines = fc.uniqueArray(
      fc
        .record({ major: fc.nat({ max: 12 }), from: instants, until: fc.option(instants) })
        .map(({ major, from, until }) => line(`${major}.x`, { supportedFrom: from, supportedUntil: until })),
      { selector: ({ id }) => id },
    )
    fc.assert(
      fc.property(
        lines,
        fc.constantFrom(...affectednesses),
        fc.constantFrom('every_supported', 'newest_only'),
        (some, affectedness, policy) => {
          const found = Object.fromEntries(some.map(({ id }) => [id, { affectedness }]))
          const rows = proposePlan({ terms: terms(policy), lines: some, at, affected: found })
          expect(rows.map(({ status }) => status.line)).toEqual(newestFirst(some))
          expect(rows.every(({ why }) => why.text.endsWith('.'))).toBe(true)
          const fixedSupported = rows.filter(({ why }) => why.code === 'supported' || why.code === 'newest')
          const expected = affectedness === 'affected' ? supportedLines(some, at).length : 0
          expect(fixedSupported).toHaveLength(policy === 'newest_only' ? Math.min(1, expected) : expected)
          expect(rows.every(({ status }) => (status.plan === null) === (affectedness !== 'affected'))).toBe(
            true,
          )
        },
      ),
    )
  })
})
