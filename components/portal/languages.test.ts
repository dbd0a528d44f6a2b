import { readdirSync, readFileSync } from 'node:fs'
import { createTranslator } from 'use-intl/core'
import { describe, expect, it } from 'vitest'
import { languageCodes, languages } from '@/domain/languages/languages'
import { icuArguments } from '@/test/icu-arguments'
import { literalWords } from '@/test/literal-words'
import { portalFiles } from '@/test/portal-files'

type Messages = { readonly [key: string]: string | Messages }

/** Every message by its path. */
const messagesOf = (messages: Messages, prefix = ''): Array<[string, string]> =>
  Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : messagesOf(value, `${prefix}${key}.`),
  )
const english = messagesOf(languages.en)
const named = (message: string) => icuArguments(message).map(({ name }) => name)

/** Messages with plain `{name}` alone, for parts that fill them in without a parser. */
const plainNames = (message: string) => (message.match(/\{\w+\}/g) ?? []).length

describe.each(languageCodes)('the portal in %s', (code) => {
  const messages = messagesOf(languages[code])
  const formatted = createTranslator({
    locale: languages[code].language.locale,
    messages: languages[code] as Messages,
    onError: (error) => {
      throw error
    },
  }) as unknown as { markup: (key: string, values: object) => string }

  it('has every message of English, and no other', () => {
    expect(messages.map(([key]) => key).sort()).toEqual(english.map(([key]) => key).sort())
    expect(messages.filter(([, message]) => message.trim() === '')).toEqual([])
  })

  it('takes the same arguments in each of them', () => {
    const known = new Map(messages)
    for (const [key, message] of english) expect(named(known.get(key)!), key).toEqual(named(message))
  })

  it('formats each of them, whatever its numbers are', () => {
    for (const [key, message] of messages)
      for (const count of [0, 1, 2, 5, 1234]) {
        const values = icuArguments(message).map(({ name, kind }) => [
          name.replace(/^<|>$/g, ''),
          kind === 'tag' ? (text: string) => text : kind === 'plain' || kind === 'select' ? 'word' : count,
        ])
        const said = formatted.markup(key, Object.fromEntries(values))
        expect(said, key).not.toMatch(/[{}<>]/)
        expect(said, key).not.toBe(key)
      }
  })

  it('keeps messages plain where parts of the interface fill them in by themselves', () => {
    const plain = messages.filter(([key]) => /^(?:ui|files|encryption|sending|receipt|sentences)\./.test(key))
    expect(plain.length).toBeGreaterThan(0)
    for (const [key, message] of plain) expect(icuArguments(message).length, key).toBe(plainNames(message))
  })
})

describe('the catalogue', () => {
  const sources = ['app', 'components', 'server', 'domain', 'lib', 'proxy.ts'].flatMap((place) =>
    place.endsWith('.ts')
      ? [place]
      : readdirSync(place, { recursive: true, encoding: 'utf8' })
          .filter((name) => /(?<!\.test)\.tsx?$/.test(name))
          .map((name) => `${place}/${name}`),
  )
  const code = sources
    .filter((path) => !languageCodes.some((code) => path === `domain/languages/${code}.ts`))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')
  const has = (text: string) => code.includes(text)

  it('has no message that nobody says', () => {
    const unused = english
      .map(([key]) => key)
      .filter((key) => !key.startsWith('sentences.'))
      .filter((key) => {
        const path = key.split('.')
        const last = path.at(-1)!
        const isNamed = has(`'${key}'`) || has(`\`${path.slice(0, -1).join('.')}.\${`)
        // Handed over as a whole, and then said by its last name.
        const isHandedOver = path.some((_, depth) => has(`words.${path.slice(0, depth).join('.')}`))
        const isTaken =
          new RegExp(`\\.${last}\\b|\\b${last}\\b[^\\n]*\\} = (?:useUiWords|await|failure|languages)`).test(
            code,
          ) ||
          has(`.${path.at(-2)}[`) ||
          has(`words.${path.slice(0, -1).join('.')}}`)
        return !isNamed && !((isHandedOver || /^(?:ui|time|language)\./.test(key)) && isTaken)
      })
    expect(unused).toEqual([])
  })

  it('has no sentence that no rule says any more', () => {
    const unsaid = english
      .filter(([key]) => key.startsWith('sentences.'))
      .filter(([, sentence]) => !sentence.split(/\{\w+\}/).every((part) => has(part.trim())))
      .filter(([, sentence]) => !assembled.some((halves) => halves.test(sentence)))
    expect(unsaid).toEqual([])
  })
})

/** Sentences that a rule puts together from halves. */
const assembled = [
  /Export it with gpg --armor --export, followed by your address\.$/,
  /^Too many tries\. Wait \{\w+\} \w+ and try again; nothing was lost\.$/,
]

it('no page and no part of the portal says words that are not in the catalogue', () => {
  const files = portalFiles()
  expect(files.map(({ path }) => path)).toContain('components/requests/request-standing.tsx')
  expect(files.length).toBeGreaterThan(120)
  expect(
    files.flatMap(({ path, source }) => literalWords(path, source).map((words) => `${path}:${words}`)),
  ).toEqual([])
})

it('finds words wherever they could stand', () => {
  const page = (inside: string) => literalWords('page.tsx', `export const Page = () => ${inside}`)
  expect(page('<p>Words here</p>')).toEqual(['1: Words here'])
  expect(page('<Section title="Words here" />')).toEqual(['1: Words here'])
  expect(page('<Section title={isLate ? "Late words" : t("a.b")} />')).toEqual(['1: Late words'])
  expect(page('<p>{isLate && "Late words"}</p>')).toEqual(['1: Late words'])
  expect(page('<p>{`${count} words`}</p>')).toEqual(['1: words'])
  expect(page('<List items={[{ term: "Words" }]} />')).toEqual(['1: Words'])
  expect(literalWords('page.tsx', `export const Copy = ({ label = 'Copy it' }) => <p>{label}</p>`)).toEqual([
    '1: Copy it',
  ])
  expect(literalWords('words.ts', `const none = { at: 'No date yet' }`)).toEqual(['1: No date yet'])
  expect(page('<p className="text-muted" data-x="words">{t("a.b")} · –</p>')).toEqual([])
})
