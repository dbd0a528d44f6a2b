import { describe, expect, it } from 'vitest'
import { findWeaknesses, usageWarning, type Weakness } from './weakness'

const entry = (id: number, name: string, usage: Weakness['usage'] = 'allowed'): Weakness => ({
  id: `CWE-${id}`,
  name,
  usage,
  abstraction: 'base',
})
const catalogue = [
  entry(7, 'Missing Custom Error Page'),
  entry(20, 'Improper Input Validation', 'discouraged'),
  entry(79, "Improper Neutralization of Input During Web Page Generation ('Cross-site Scripting')"),
  entry(89, "Improper Neutralization of Special Elements used in an SQL Command ('SQL Injection')"),
  entry(564, 'SQL Injection: Hibernate'),
  entry(790, 'Improper Filtering of Special Elements'),
  entry(1287, 'Improper Validation of Specified Type of Input'),
]
const found = (question: string, most = 10) => findWeaknesses(catalogue, question, most).map(({ id }) => id)

describe('finding a weakness', () => {
  it.each([
    ['79', ['CWE-79', 'CWE-790']],
    ['CWE 79', ['CWE-79', 'CWE-790']],
    ['cwe-7', ['CWE-7', 'CWE-79', 'CWE-790']],
    ['sql inj', ['CWE-89', 'CWE-564']],
    ['cross site scripting', ['CWE-79']],
    ['xss', ['CWE-79']],
    ['stored xss page', ['CWE-79']],
    ['constructor', []],
    ['input validation', ['CWE-1287', 'CWE-20']],
    ['buffer', []],
    ['  ', []],
  ])('%s', (question, ids) => {
    expect(found(question)).toEqual(ids)
  })

  it('asks for what is wrong in general before one way of it, and for categories by number alone', () => {
    const ways: Weakness[] = [
      { ...entry(36, 'Absolute Detour'), abstraction: 'variant' },
      { ...entry(23, 'A Detour That Has a Longer Name'), abstraction: 'base' },
      { ...entry(21, 'Detours', 'prohibited'), abstraction: 'category' },
    ]
    expect(findWeaknesses(ways, 'detour', 10).map(({ id }) => id)).toEqual(['CWE-23', 'CWE-36'])
    expect(findWeaknesses(ways, '21', 10)).toMatchObject([{ usage: 'prohibited' }])
  })

  it('gives no more than asked for', () => {
    expect(found('improper', 2)).toHaveLength(2)
  })

  it('warns of everything but what is allowed', () => {
    expect(usageWarning.allowed).toBeNull()
    expect(usageWarning.prohibited).toContain('Choose another')
  })
})
