import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { checkbox, cleanText, longText, optionalShortText, shortText, textLength } from './text'

describe('cleanText', () => {
  it.each([
    ['line ends', 'a\r\nb\rc\nd', 'a\nb\nc\nd'],
    ['NUL and other controls', 'a\u0000b\u0007c\u001B[0m\u007F', 'abc[0m'],
    ['tabs stay', 'a\tb', 'a\tb'],
    ['overrides and isolates', 'a\u202Etxt.exe\u2066b\u2069', 'atxt.exeb'],
    ['right-to-left text stays', 'שלום \u200F مرحبا', 'שלום \u200F مرحبا'],
    ['a lone surrogate', 'a\uD83Db\uDE00', 'a\uFFFDb\uFFFD'],
    ['a whole pair', '😀', '😀'],
    ['a byte order mark', '\uFEFFa', 'a'],
  ])('%s', (_name, typed, cleaned) => {
    expect(cleanText(typed)).toBe(cleaned)
  })

  it('leaves well-formed text that can be stored, and changes it no further', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.array(fc.integer({ min: 0, max: 0xffff })),
        (text, units) => {
          const cleaned = cleanText(text + String.fromCharCode(...units))
          expect(() => encodeURIComponent(cleaned), 'well formed').not.toThrow()
          expect(cleaned).not.toMatch(/[\u0000\r\u202A-\u202E]/)
          expect(cleanText(cleaned)).toBe(cleaned)
        },
      ),
    )
  })
})

describe('the builders', () => {
  const message = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues[0]?.message

  it('make one line of many, keep the lines of long text, trim both', () => {
    expect(shortText(50).parse('  a\n\tb ')).toBe('a b')
    expect(longText(50).parse('\n  a  \n b\n\n')).toBe('  a\n b')
  })

  it('say how to mend an empty or a long text', () => {
    expect(message(shortText(5, 'Write a title.'), '  ')).toBe('Write a title.')
    expect(message(shortText(5), 'abcdef')).toBe('Shorten this to 5 characters. It has 6.')
    expect(message(shortText(5, 'Write a title.'), undefined)).toBe('Write a title.')
  })

  it('count what a person sees as one character once', () => {
    expect(textLength('😀😀')).toBe(2)
    expect(shortText(2).safeParse('😀😀').success).toBe(true)
  })

  it('take no time for white space without end', () => {
    const begun = process.cpuUsage()
    expect(longText(60_000).safeParse(`a${' '.repeat(2_000_000)}x`).success).toBe(false)
    const { user, system } = process.cpuUsage(begun)
    expect((user + system) / 1000).toBeLessThan(1000)
  })

  it('read an empty optional field as null', () => {
    expect(optionalShortText(5).parse(' ')).toBeNull()
    expect(optionalShortText(5).parse(undefined)).toBeNull()
    expect(optionalShortText(5).parse('a')).toBe('a')
  })

  it.each([
    ['on', true],
    [true, true],
    ['true', true],
    [undefined, false],
    ['', false],
    [false, false],
    ['false', false],
  ])('read a checkbox %j', (given, ticked) => {
    expect(z.object({ box: checkbox() }).parse({ box: given })).toEqual({ box: ticked })
  })
})
