import { describe, expect, it } from 'vitest'
import { lineBounds } from '@/domain/backports/line-range'
import { checkTerms } from '@/domain/policies/check-terms'
import { policyTermsSchema } from '@/domain/policies/terms'
import { formFromTerms } from '@/domain/policies/terms-fields'
import { termsFromForm } from '@/domain/policies/terms-from-form'
import { canonicalPackage } from '@/domain/projects/package-url'
import { overlappingLine } from '@/domain/projects/line-overlap'
import { seedPolicies } from './seed-policies'

describe.each(seedPolicies.map((seed) => [seed.project.name, seed] as const))(
  'the policy of %s',
  (_name, seed) => {
    it('is well formed and does not contradict itself', () => {
      expect(policyTermsSchema.parse(seed.terms)).toEqual(seed.terms)
      expect(checkTerms(seed.terms).refusals).toEqual([])
    })

    it('survives its form unchanged, but for days that are computed', () => {
      const { holidays: _computed, ...calendar } = seed.terms.businessCalendar
      const read = termsFromForm(formFromTerms(seed))
      expect(read).toMatchObject({
        ok: true,
        value: { introduction: seed.introduction, terms: { ...seed.terms, businessCalendar: calendar } },
      })
    })

    it('has lines that are ranges, do not overlap, and end after they began', () => {
      for (const line of seed.lines) {
        expect(lineBounds(line.range), line.name).not.toBeNull()
        expect(
          overlappingLine(
            line,
            seed.lines.filter((other) => other !== line),
          ),
          line.name,
        ).toBeNull()
        expect(line.supportedUntil === null || line.supportedUntil > line.supportedFrom, line.name).toBe(true)
      }
    })

    it('names its packages canonically', () => {
      expect(seed.project.packages.map(canonicalPackage)).toEqual(seed.project.packages)
    })
  },
)

it('keeps the facts that set the five apart', () => {
  const facts = seedPolicies.map(({ project, terms }) => [
    project.key,
    terms.acknowledge && `${terms.acknowledge.hours} ${terms.acknowledge.counting}`,
    terms.respond?.hours ?? null,
    terms.announce.delayDays,
  ])
  expect(facts).toEqual([
    ['MAN', '24 calendar', 48, 0],
    ['PED', null, null, 0],
    ['ART', '48 calendar', 96, 0],
    ['DYN', '48 business', null, 0],
    ['MAR', '48 calendar', 96, 7],
  ])
})
