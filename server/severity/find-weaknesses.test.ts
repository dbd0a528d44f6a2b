import { describe, expect, it } from 'vitest'
import { anyone, refusalOf, value } from '@/test/team'
import { weaknessTerms } from '@/domain/severity/weakness-terms'
import { findWeaknesses } from './find-weaknesses'
import { knownWeaknesses, weaknesses } from './weakness-catalogue'

describe('the catalogue of weaknesses', () => {
  it('is whole: every entry once, with its name, its usage and its level', () => {
    expect(weaknesses.length).toBeGreaterThan(950)
    expect(new Set(weaknesses.map(({ id }) => id)).size).toBe(weaknesses.length)
    for (const { id, name, abstraction } of weaknesses) {
      expect(id).toMatch(/^CWE-[1-9]\d*$/)
      expect(name.length).toBeGreaterThan(3)
      expect(['pillar', 'class', 'base', 'variant', 'compound']).toContain(abstraction)
    }
  })

  it('says what MITRE says', () => {
    const ids = ['CWE-79', 'CWE-20', 'CWE-284', 'CWE-119', 'CWE-1041', 'CWE-99999']
    expect(knownWeaknesses(ids).map(({ id, usage, abstraction }) => [id, usage, abstraction])).toEqual([
      ['CWE-79', 'allowed', 'base'],
      ['CWE-20', 'discouraged', 'class'],
      ['CWE-284', 'discouraged', 'pillar'],
      ['CWE-119', 'discouraged', 'class'],
      ['CWE-1041', 'prohibited', 'base'],
    ])
  })
})

/** What maintainers type, and what they mean by it. */
const meant = [
  ['xss', 79],
  ['Cross-Site Scripting', 79],
  ['sql injection', 89],
  ['sqli', 89],
  ['command injection', 77, 78],
  ['path traversal', 22],
  ['zip slip', 22],
  ['xxe', 611],
  ['redos', 1333],
  ['idor', 639],
  ['dos', 400],
  ['denial of service', 400],
  ['information leak', 200],
  ['csrf', 352],
  ['ssrf', 918],
  ['rce', 94],
  ['deserialization', 502],
  ['open redirect', 601],
  ['prototype pollution', 1321],
  ['race condition', 362],
  ['buffer overflow', 120, 787],
  ['use after free', 416],
  ['infinite loop', 835],
] as const

describe('findWeaknesses', () => {
  it.each(meant)('“%s” is what people call it', async (q, ...numbers) => {
    const { found } = value(await findWeaknesses(anyone, { q }))
    expect(found.slice(0, numbers.length).map(({ id }) => id)).toEqual(numbers.map((n) => `CWE-${n}`))
  })

  it('knows nothing under a term that is not in the catalogue', () => {
    const known = new Set(weaknesses.map(({ id }) => id))
    const numbers = [...weaknessTerms.values()].flat()
    expect(numbers.filter((number) => !known.has(`CWE-${number}`))).toEqual([])
  })

  it.each([16, 255, 264, 310, 399, 1003])('CWE-%s is known, as what must not be chosen', async (number) => {
    const { found } = value(await findWeaknesses(anyone, { q: `CWE-${number}` }))
    expect(found[0]).toMatchObject({ id: `CWE-${number}`, usage: 'prohibited' })
  })

  it('answers by number and by words, with the edition', async () => {
    const first = async (q: string) => value(await findWeaknesses(anyone, { q })).found[0]?.id
    expect(await first('79')).toBe('CWE-79')
    expect(await first('path traversal absolute')).toBe('CWE-36')
    expect(value(await findWeaknesses(anyone, {}))).toEqual({
      found: [],
      edition: { version: '4.17', date: '2025-04-03' },
    })
    expect(value(await findWeaknesses(anyone, { q: 'improper' })).found).toHaveLength(25)
    expect(refusalOf(await findWeaknesses(anyone, { q: 'x'.repeat(201) }))).toEqual(['invalid', 'q'])
  })
})
