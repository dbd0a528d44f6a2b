import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { cvssMetrics } from './cvss-metrics'
import { cvssVersions, type CvssVersion } from './cvss-metric'
import { scoreCvss } from './cvss'
import { ratingOfScore } from './rating'

/** Examples FIRST publishes with their scores. */
const known: ReadonlyArray<[vector: string, score: number]> = [
  ['CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N', 6.1],
  ['CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:L/A:N', 6.4],
  ['CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N', 3.1],
  ['CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H', 9.9],
  ['CVSS:3.1/AV:L/AC:L/PR:H/UI:N/S:U/C:L/I:L/A:L', 4.2],
  ['CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H', 8.8],
  ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N', 7.5],
  ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', 9.8],
  ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N', 0],
  ['CVSS:4.0/AV:L/AC:L/AT:P/PR:L/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N', 7.3],
  ['CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:P/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N', 7.7],
  ['CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:P/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/E:U', 5.2],
  ['CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:N/VC:H/VI:L/VA:L/SC:N/SI:N/SA:N', 8.3],
  ['CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N', 8.7],
  ['CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H', 10],
  ['CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:N/SC:N/SI:N/SA:N', 0],
]

const vectorOf = (version: CvssVersion) =>
  fc
    .tuple(
      ...cvssMetrics[version].map(({ metric, values }) =>
        fc.constantFrom(...values.map(({ value }) => `${metric}:${value}`)),
      ),
    )
    .map((parts) => `CVSS:${version}/${parts.join('/')}`)

/** The 3.1 base equations written out again, from section 7.1 of the specification. */
function base31(vector: string): number {
  const of = Object.fromEntries(vector.split('/').map((part) => part.split(':'))) as Record<string, string>
  const pick = (metric: string, weights: Record<string, number>) => weights[of[metric] ?? ''] ?? Number.NaN
  const changed = of.S === 'C'
  const cia = { H: 0.56, L: 0.22, N: 0 }
  const iss = 1 - (1 - pick('C', cia)) * (1 - pick('I', cia)) * (1 - pick('A', cia))
  const impact = changed ? 7.52 * (iss - 0.029) - 3.25 * (iss - 0.02) ** 15 : 6.42 * iss
  const privileges = changed ? { N: 0.85, L: 0.68, H: 0.5 } : { N: 0.85, L: 0.62, H: 0.27 }
  const exploitability =
    8.22 *
    pick('AV', { N: 0.85, A: 0.62, L: 0.55, P: 0.2 }) *
    pick('AC', { L: 0.77, H: 0.44 }) *
    pick('PR', privileges) *
    pick('UI', { N: 0.85, R: 0.62 })
  if (impact <= 0) return 0
  const raw = Math.round(Math.min((changed ? 1.08 : 1) * (impact + exploitability), 10) * 100_000)
  return raw % 10_000 === 0 ? raw / 100_000 : (Math.floor(raw / 10_000) + 1) / 10
}

describe('the score of a vector', () => {
  it.each(known)('%s is %d', (vector, score) => {
    expect(scoreCvss(vector)).toEqual({
      ok: true,
      value: { version: vector.slice(5, 8), vector, score, rating: ratingOfScore(score) },
    })
  })

  it('agrees with the 3.1 base equations on every one of the 2,592 base vectors', () => {
    const bases = cvssMetrics['3.1']
      .filter(({ group }) => group === 'base')
      .reduce<string[]>(
        (vectors, { metric, values }) =>
          vectors.flatMap((vector) => values.map(({ value }) => `${vector}/${metric}:${value}`)),
        ['CVSS:3.1'],
      )
    const wrong = bases.filter((vector) => {
      const scored = scoreCvss(vector)
      return !scored.ok || scored.value.score !== base31(vector)
    })
    expect(bases).toHaveLength(2592)
    expect(wrong).toEqual([])
  })

  it.each(cvssVersions)(
    'of any legal %s vector lies between 0 and 10 with one decimal, and its canonical text scores the same',
    (version) => {
      fc.assert(
        fc.property(vectorOf(version), (vector) => {
          const scored = scoreCvss(vector)
          if (!scored.ok) throw new Error(scored.refusal.reason)
          const { score } = scored.value
          expect(score).toBeGreaterThanOrEqual(0)
          expect(score).toBeLessThanOrEqual(10)
          expect(Math.round(score * 10) / 10).toBe(score)
          expect(scoreCvss(scored.value.vector)).toEqual(scored)
        }),
      )
    },
  )

  it.each([
    '  CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N\n',
    'https://www.first.org/cvss/calculator/3.1#CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N',
    ' https://first.org/cvss/calculator/3-1#CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N ',
  ])('is read from what is pasted: %s', (pasted) => {
    expect(scoreCvss(pasted)).toMatchObject({ value: { score: 6.1, vector: known[0]?.[0] } })
  })

  it.each(['https://example.org/cvss/calculator/3.1#CVSS:3.1/AV:N', `CVSS:3.1/${'A'.repeat(1_000_000)}`])(
    'is not read from anything else, at once',
    (pasted) => expect(scoreCvss(pasted).ok).toBe(false),
  )

  it('is refused with the grammar’s own words, never guessed', () => {
    const refused = scoreCvss('CVSS:3.1/AV:N/AC:L')
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'missing', metric: 'PR' } })
  })
})
