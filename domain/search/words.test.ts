import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { signsOf } from './signs'
import { queryWords, wordsOf } from './words'

/** What makes a careless pattern begin anew at each of its characters. */
const endless = [
  'x',
  '1',
  'aB',
  'Xx',
  'a_',
  'éx',
  '漢字',
  '1.',
  'a.',
  'a/',
  'a::',
  'ghsa-',
  '$',
  '-',
  'http:',
].map((part) => [part, part.repeat(1_000_000 / part.length)] as const)

describe('a text of a megabyte without an end', () => {
  it.each(endless)('of %s is read at once', (_part, text) => {
    const began = performance.now()
    wordsOf(text)
    signsOf(text)
    expect(performance.now() - began).toBeLessThan(1500)
  })
})

describe('the words a text is found under', () => {
  it.each([
    ['The template names escape the folder', ['template', 'name', 'escape', 'folder']],
    ['Headers, HEADER and Héader', ['header']],
    ['access to this status', ['access', 'status']],
    ['parseHTTPHeader()', ['parsehttpheader', 'parse', 'http', 'header']],
    ['since 2.4.1, see CVE-2026-1234', ['2.4.1', 'cve-2026-1234', 'since', 'see']],
    ['ﬁle', ['file']],
    ['模板注入', ['模', '板', '注', '入', '模板', '板注', '注入']],
    ['', []],
    ['the of and', []],
    ['x'.repeat(65), []],
  ])('%s', (text, words) => {
    expect(wordsOf(text)).toEqual(words)
  })

  it('are bounded, however long the text', () => {
    const text = Array.from({ length: 10_000 }, (_, n) => `word${n}`).join(' ')
    expect(wordsOf(text)).toHaveLength(4_000)
  })

  it('hold every word of a question that is part of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const words = new Set(wordsOf(text))
        for (const word of queryWords(text)) expect(words).toContain(word)
      }),
    )
  })

  it.each([
    ['parseHeader', 'a crash in parseHeader', true],
    ['header', 'a crash in parseHeader', true],
    ['注入', '模板注入', true],
    ['板', '模板注入', true],
    ['入模', '模板注入', false],
    ['2.4', 'since 2.4.1', false],
  ])('%s is asked of “%s”: %s', (question, text, isFound) => {
    const words = new Set(wordsOf(text))
    expect(queryWords(question).every((word) => words.has(word))).toBe(isFound)
  })
})

describe('the signs of a vulnerability', () => {
  it('are names and files of a stack trace, without folders and line numbers', () => {
    const trace = `TypeError: cannot read
      at Template.render (/home/me/app/lib/render.js:10:5)
      at resolveName (C:\\work\\lib\\names.ts:3:1)`
    expect(signsOf(trace)).toEqual(['template.render', 'render.js', 'names.ts', 'typeerror', 'resolvename'])
  })

  it.each([
    ['std::vector::at in read_archive', ['std::vector::at', 'read_archive']],
    ['It is CWE-79, as in CVE-2026-1234.', ['cwe-79', 'cve-2026-1234']],
    ['See https://example.org/lib/render.js', []],
    ['Plain prose names nothing.', []],
  ])('%s', (text, signs) => {
    expect(signsOf(text)).toEqual(signs)
  })
})
