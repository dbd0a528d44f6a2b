import { describe, expect, it } from 'vitest'
import { isAnswerable, readQuestion } from './question'

describe('a question to the search', () => {
  it.each([
    ['MAR-7K3QX', ['mar', '7k3qx'], 'MAR-7K3QX'],
    ['mar 7k3ox', ['mar', '7k3ox'], 'MAR-7K30X'],
    ['mar 7', ['mar'], 'MAR-7'],
    ['PED', ['ped'], 'PED'],
    // Might be a reference of the project XSS: asked for as both.
    ['xss admin', ['xss', 'admin'], 'XSS-ADM1N'],
    ['use after free', ['free'], null],
    ['Headers in parseHeader()', ['header', 'parseheader'], null],
    ['CWE-79', ['cwe-79'], 'CWE-79'],
    ['CVE-2026-1234 2.4.7', ['cve-2026-1234', '2.4.7'], null],
    ['100% _', ['100'], null],
  ])('%s asks for the words %j, or a reference that begins with %s', (typed, words, beginning) => {
    expect(readQuestion(typed)).toEqual({ words, beginning, named: new Map() })
  })

  it.each([
    ['MAR-7K3QX login', { mar: 'MAR-7K3QX', '7k3qx': 'MAR-7K3QX' }],
    ['login of mar 7k3qx', { mar: 'MAR-7K3QX', '7k3qx': 'MAR-7K3QX' }],
    [
      'MAR-7K3QX, PED-00ABC',
      { mar: 'MAR-7K3QX', '7k3qx': 'MAR-7K3QX', ped: 'PED-00ABC', '00abc': 'PED-00ABC' },
    ],
    ['GHSA-7k3q-x9ab-1111 in here', {}],
    ['DDA-2026-7K3Q-X9AB or so', {}],
    ['users admin panel', {}],
  ])('%s may name cases among its words', (typed, named) => {
    expect(Object.fromEntries(readQuestion(typed).named)).toEqual(named)
  })

  it('asks for nothing where only marks or the commonest words are left', () => {
    expect(isAnswerable(readQuestion('%'))).toBe(false)
    expect(isAnswerable(readQuestion('because of the'))).toBe(false)
    expect(isAnswerable(readQuestion('zebra'))).toBe(true)
  })

  it('reads a line of a megabyte at once, and asks for few words of it', () => {
    const began = performance.now()
    const { words } = readQuestion(Array.from({ length: 150_000 }, (_, n) => `w${n}`).join(' '))
    expect(words).toHaveLength(10)
    readQuestion('mar-7k3qx '.repeat(100_000))
    readQuestion('a'.repeat(1_000_000))
    expect(performance.now() - began).toBeLessThan(1500)
  })
})
