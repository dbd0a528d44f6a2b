import { describe, expect, it } from 'vitest'
import { anyone, refusalOf, value } from '@/test/team'
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

describe('findWeaknesses', () => {
  it('answers by number and by words, with the edition', async () => {
    const first = async (q: string) => value(await findWeaknesses(anyone, { q })).found[0]?.id
    expect(await first('79')).toBe('CWE-79')
    expect(await first('path traversal absolute')).toBe('CWE-36')
    expect(await first('sql injection')).toBe('CWE-564')
    expect(value(await findWeaknesses(anyone, {}))).toEqual({
      found: [],
      edition: { version: '4.17', date: '2025-04-03' },
    })
    expect(value(await findWeaknesses(anyone, { q: 'improper' })).found).toHaveLength(25)
    expect(refusalOf(await findWeaknesses(anyone, { q: 'x'.repeat(201) }))).toEqual(['invalid', 'q'])
  })
})
