import { createTranslator } from 'use-intl/core'
import { utcText } from '@/lib/utc-text'
import { lengthOfTime } from '@/lib/describe-time'
import { epochMs, type Instant } from '@/lib/instant'
import type { TimeWords, UiWords } from '@/lib/ui-words'
import type { Catalogue, en } from './en'
import { defaultLanguage, languageNamed, languages, type Language } from './languages'

const translator = (language: Language) =>
  createTranslator({
    locale: languages[language].language.locale,
    // Every catalogue has the keys and arguments of English, which alone knows them as types.
    messages: languages[language] as unknown as typeof en,
  })

export type Translate = ReturnType<typeof translator>

/** One language, ready to be spoken. */
export interface Spoken {
  language: Language
  /** For dates, numbers and lists. */
  locale: string
  t: Translate
  /** The messages themselves, for parts that fill them in elsewhere. */
  words: Catalogue
  /** The words of the interface itself, for parts that live in the browser. */
  ui: UiWords
  /** `a, b and c`, or with `or`. */
  list: (items: readonly string[], joint?: 'conjunction' | 'disjunction') => string
  /** A day without a time: `5 Mar 2027`. */
  day: (date: string) => string
  /** An instant inside a sentence, in UTC. */
  utc: (at: Instant) => string
  /** A length of time after a preposition: `47 h`, `3 days`. */
  length: (ms: number) => string
}

const known = new Map<Language, Spoken>()

/** The language, with everything that can be said in it. Made once: what was parsed is kept. */
export function spoken(language: Language): Spoken {
  let one = known.get(language)
  if (!one) known.set(language, (one = makeSpoken(language)))
  return one
}

/** The language of that code, which may be anything; English where nobody speaks it. */
export const spokenIn = (code: unknown): Spoken => spoken(languageNamed(code) ?? defaultLanguage)

function makeSpoken(language: Language): Spoken {
  const { locale } = languages[language].language
  const t = translator(language)
  const ui = uiWordsOf(language, t)
  const inUtc = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })
  const days = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return {
    language,
    locale,
    t,
    words: languages[language],
    ui,
    list: (items, type = 'conjunction') => new Intl.ListFormat(locale, { type }).format(items),
    day: (date) => days.format(Date.parse(date)),
    utc: (at) => (language === defaultLanguage ? utcText(at) : `${inUtc.format(epochMs(at))} UTC`),
    length: (ms) => lengthOfTime(ms, ui),
  }
}

/** What the browser needs without a parser of messages: days by plural category, everything else as it is. */
function uiWordsOf(language: Language, t: Translate): UiWords {
  const { ui, time } = languages[language]
  const rules = new Intl.PluralRules(language)
  const days = new Map<Intl.LDMLPluralRule, string>()
  for (let n = 0; n <= 200; n++)
    if (!days.has(rules.select(n))) days.set(rules.select(n), t('time.days', { n }).replace(String(n), '{n}'))
  return {
    ...ui,
    locale: language,
    time: { ...time, days: { other: time.days, ...Object.fromEntries(days) } satisfies TimeWords['days'] },
  }
}
