import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { plusMs, toInstant } from '@/lib/instant'
import { allowedCombinations, checkLineStatus } from './allowed-line-status'
import { changeLine, nextWorks, type LinePatch } from './change-line'
import {
  affectednesses,
  justifications,
  plans,
  works,
  type LineStatus,
  type PatchRelease,
  type ReleaseLine,
} from './line-status'
import { needsFix } from './needs-fix'
import { isLineSettled, openLineReason, openLines } from './settled-lines'
import { yankRelease } from './yank-release'

const at = toInstant('2026-11-20T21:00:00Z')
const terms = { releaseKinds: ['patch' as const] }
const withMinors = { releaseKinds: ['patch' as const, 'minor' as const] }

const line = (more: Partial<ReleaseLine> = {}): ReleaseLine => ({
  id: '2.4.x',
  name: '2.4.x',
  range: '>=2.4.0 <2.5.0',
  branch: '2.4',
  isDevelopment: false,
  supportedFrom: toInstant('2025-01-01T00:00:00Z'),
  supportedUntil: null,
  ...more,
})
const old = line({ supportedUntil: toInstant('2026-01-01T00:00:00Z') })

const status = (more: Partial<LineStatus> = {}): LineStatus => ({
  line: line(),
  affectedness: 'affected',
  justification: null,
  plan: 'fix',
  planReason: null,
  work: 'merged',
  introducedIn: null,
  release: null,
  majorReason: null,
  ...more,
})
const release = (version: string, more: Partial<PatchRelease> = {}): PatchRelease => ({
  version,
  releasedAt: plusMs(at, -1000),
  url: `https://example.org/releases/${version}`,
  ...more,
})
const released = status({ work: 'released', release: release('2.4.7') })
const unknown = status({ affectedness: 'unknown', plan: null, work: null })

describe('the allowed states of a line', () => {
  it('are ten, out of all combinations of affectedness, plan and work', () => {
    const accepted = affectednesses.flatMap((affectedness) =>
      [null, ...plans].flatMap((plan) =>
        [null, ...works].filter(
          (work) =>
            checkLineStatus(
              status({
                affectedness,
                plan,
                work,
                justification: affectedness === 'not_affected' ? 'component_not_present' : null,
                planReason: plan === 'wont_fix' ? 'Too deep a change.' : null,
                release: work === 'released' || work === 'verified' ? release('2.4.7') : null,
              }),
            ).ok,
        ),
      ),
    )
    expect(accepted).toHaveLength(10)
    expect(accepted).toHaveLength(allowedCombinations.length)
  })

  it.each<[code: string, more: Partial<LineStatus>]>([
    ['plan_not_allowed', { affectedness: 'unknown' }],
    ['plan_not_allowed', { affectedness: 'not_affected' }],
    ['plan_missing', { plan: null, work: null }],
    ['work_missing', { work: null }],
    ['work_not_allowed', { plan: 'wont_fix', planReason: 'Too deep.' }],
    ['justification_missing', { affectedness: 'not_affected', plan: null, work: null }],
    ['justification_not_allowed', { justification: 'component_not_present' }],
    ['reason_missing', { plan: 'wont_fix', work: null, planReason: ' ' }],
    ['reason_not_allowed', { affectedness: 'unknown', plan: null, work: null, planReason: 'Because.' }],
    ['release_missing', { work: 'released' }],
    ['release_not_allowed', { work: 'merged', release: release('2.4.7') }],
    ['major_reason_not_allowed', { majorReason: 'No other way.' }],
  ])('refuse with %s: %o', (code, more) => {
    const checked = checkLineStatus(status(more))
    expect(checked).toMatchObject({ ok: false, refusal: { code } })
    expect(checked.ok ? '' : checked.refusal.reason).toContain('2.4.x')
  })
})

describe('changing a line', () => {
  it.each<[name: string, current: LineStatus, patch: LinePatch]>([
    ['is judged affected and gets its first work', unknown, { affectedness: 'affected', plan: 'fix' }],
    [
      'is judged not affected',
      unknown,
      { affectedness: 'not_affected', justification: 'component_not_present' },
    ],
    [
      'turns out not affected in the middle of the work',
      status(),
      { affectedness: 'not_affected', justification: 'component_not_present' },
    ],
    ['gets no fix after all', status(), { plan: 'wont_fix', planReason: 'The parser is gone in 2.5.' }],
    ['steps back one', status(), { work: 'in_review' }],
    ['is released', status(), { work: 'released', release: release('2.4.7') }],
    [
      'is released as a pre-release of the line',
      status(),
      { work: 'released', release: release('2.4.7-rc.1') },
    ],
    [
      'is released as the version the line begins with',
      status(),
      { work: 'released', release: release('2.4.0') },
    ],
    [
      'is released by a major with a reason',
      status(),
      { work: 'released', release: release('3.0.0'), majorReason: 'The interface had to change.' },
    ],
    ['is verified', released, { work: 'verified' }],
    ['gets a better link', released, { release: release('2.4.7', { url: 'https://example.org/notes' }) }],
    ['is out of support', status({ line: old }), { plan: 'out_of_support' }],
    ['says where it began', status(), { introducedIn: '2.4.2' }],
  ])('%s', (_, current, patch) => {
    const changed = changeLine(current, patch, terms, at)
    if (!changed.ok) throw new Error(changed.refusal.reason)
    expect(changed.value).toMatchObject(patch)
    expect(checkLineStatus(changed.value).ok).toBe(true)
  })

  it.each<[code: string, current: LineStatus, patch: LinePatch, says: RegExp]>([
    ['work_order', released, { work: 'todo' }, /take the release back/],
    [
      'work_order',
      status({ work: 'todo' }),
      { work: 'verified', release: release('2.4.7') },
      /next is in_progress/,
    ],
    ['work_order', status({ work: 'merged' }), { work: 'todo' }, /next is in_review or released/],
    ['release_missing', status(), { work: 'released' }, /link/],
    [
      'release_stands',
      released,
      { affectedness: 'not_affected', justification: 'component_not_present' },
      /take the release back first/,
    ],
    ['release_stands', released, { plan: 'wont_fix', planReason: 'No.' }, /2\.4\.7 is out/],
    ['version', status(), { work: 'released', release: release('v2.4.7') }, /without a “v”/],
    ['version', status(), { work: 'released', release: release('2.4') }, /like 2.4.7/],
    ['off_line', status(), { work: 'released', release: release('2.5.0') }, /not on 2.4.x/],
    ['off_line', status(), { work: 'released', release: release('2.5.0-beta.1') }, /not on 2.4.x/],
    ['off_line', status(), { work: 'released', release: release('2.3.9') }, /not on 2.4.x/],
    ['major_bump', status(), { work: 'released', release: release('3.0.0') }, /record why/],
    ['major_bump', status(), { work: 'released', release: release('3.0.0'), majorReason: ' ' }, /record why/],
    [
      'in_the_future',
      status(),
      { work: 'released', release: release('2.4.7', { releasedAt: plusMs(at, 1) }) },
      /not out yet/,
    ],
    [
      'link',
      status(),
      { work: 'released', release: release('2.4.7', { url: 'http://example.org' }) },
      /https/,
    ],
    [
      'link',
      status(),
      { work: 'released', release: release('2.4.7', { url: 'javascript:alert(1)' }) },
      /https/,
    ],
    [
      'before_introduced',
      status({ introducedIn: '2.4.7' }),
      { work: 'released', release: release('2.4.7') },
      /not newer/,
    ],
    ['introduced_in', status(), { introducedIn: '2.5.1' }, /not a version on 2.4.x/],
    ['still_supported', status(), { plan: 'out_of_support' }, /is supported/],
  ])('is refused: %s', (code, current, patch, says) => {
    const changed = changeLine(current, patch, terms, at)
    expect(changed).toMatchObject({ ok: false, refusal: { code } })
    expect(changed.ok ? '' : changed.refusal.reason).toMatch(says)
  })

  it('ships a minor where the range holds it and the policy allows it', () => {
    const wide = status({ line: line({ name: '2.x', range: '>=2.0.0 <3.0.0' }) })
    const patch: LinePatch = { work: 'released', release: release('2.7.0') }
    expect(changeLine(wide, patch, withMinors, at).ok).toBe(true)
    expect(changeLine(wide, patch, terms, at)).toMatchObject({ ok: false, refusal: { code: 'release_kind' } })
    expect(changeLine(wide, { ...patch, release: release('2.6.3') }, terms, at).ok).toBe(true)
  })

  it('never leaves the allowed states, whatever is asked in whatever order', () => {
    const patch: fc.Arbitrary<LinePatch> = fc.record(
      {
        affectedness: fc.constantFrom(...affectednesses),
        justification: fc.option(fc.constantFrom(...justifications)),
        plan: fc.option(fc.constantFrom(...plans)),
        planReason: fc.option(fc.constantFrom('', 'Because of the interface.')),
        work: fc.option(fc.constantFrom(...works)),
        introducedIn: fc.option(fc.constantFrom('2.4.1', '2.5.0', '')),
        release: fc.option(
          fc.constantFrom('2.4.7', '2.5.0', '3.0.0', 'x').map((version) => release(version)),
        ),
        majorReason: fc.option(fc.constant('No other way.')),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.array(patch, { maxLength: 20 }), fc.boolean(), (patches, isOld) => {
        let current = status({ ...unknown, line: isOld ? old : line() })
        for (const one of patches) {
          const changed = changeLine(current, one, withMinors, at)
          if (!changed.ok) {
            expect(changed.refusal.reason).toMatch(/^\S.{15,}\.$/su)
            continue
          }
          const { value } = changed
          expect(checkLineStatus(value).ok).toBe(true)
          if (current.work && value.work && current.work !== value.work) {
            expect(nextWorks(current.work)).toContain(value.work)
          }
          if (current.release) expect(value.release).not.toBeNull()
          current = value
        }
      }),
    )
  })
})

describe('a yanked release', () => {
  it('reopens the line: merged, no release, and the announcement waits again', () => {
    const yanked = yankRelease(
      status({ work: 'verified', release: release('3.0.0'), majorReason: 'No other way.' }),
    )
    if (!yanked.ok) throw new Error(yanked.refusal.reason)
    expect(yanked.value).toMatchObject({ work: 'merged', release: null, majorReason: null })
    expect(checkLineStatus(yanked.value).ok).toBe(true)
    expect(isLineSettled(yanked.value, at)).toBe(false)
  })

  it('needs a release to be yanked', () => {
    expect(yankRelease(status())).toMatchObject({ ok: false, refusal: { code: 'not_released' } })
  })
})

describe('what the announcement waits for', () => {
  const main = line({ name: 'main', isDevelopment: true })
  it.each<[name: string, one: LineStatus, needs: boolean, settled: boolean]>([
    ['a supported line to fix', status(), true, false],
    ['its release', released, true, true],
    ['its verified release', status({ work: 'verified', release: release('2.4.7') }), true, true],
    ['a line out of support', status({ line: old, plan: 'out_of_support', work: null }), false, true],
    [
      'a line out of support, accepted on request',
      status({ line: old, planReason: 'Accepted on request.' }),
      true,
      false,
    ],
    ['a line whose support ended while the work went on', status({ line: old }), false, true],
    [
      'a line without a fix, with the reason',
      status({ plan: 'wont_fix', planReason: 'Gone in 2.5.', work: null }),
      false,
      true,
    ],
    ['a line without a fix and without a reason', status({ plan: 'wont_fix', work: null }), false, false],
    [
      'a supported line that claims to be out of support',
      status({ plan: 'out_of_support', work: null }),
      false,
      false,
    ],
    ['a supported line not judged yet', unknown, false, false],
    ['an unsupported line not judged', { ...unknown, line: old }, false, true],
    ['a line not affected', status({ affectedness: 'not_affected', plan: null, work: null }), false, true],
    ['an affected line without a plan', status({ plan: null, work: null }), false, false],
    ['development', status({ line: main }), false, true],
  ])('%s: needs a fix %s, settled %s', (_, one, needs, settled) => {
    expect(needsFix(one, at)).toBe(needs)
    expect(isLineSettled(one, at)).toBe(settled)
    expect(openLines([one], at)).toEqual(settled ? [] : [one])
    expect(openLineReason(one)).toContain(one.line.name)
  })
})
