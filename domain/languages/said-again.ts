import { inZone, piecesOf, utcText, zonedText } from '@/lib/utc-text'
import { en } from './en'
import { defaultLanguage, type Language } from './languages'
import { spoken, type Spoken } from './spoken'

type Sentence = keyof typeof en.sentences

interface Pattern {
  key: Sentence
  names: string[]
  matches: RegExp
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** How each sentence looks once its facts are in it. */
const patterns: Pattern[] = (Object.entries(en.sentences) as Array<[Sentence, string]>).map(
  ([key, sentence]) => {
    const parts = sentence.split(/\{(\w+)\}/)
    return {
      key,
      names: parts.filter((_, index) => index % 2 === 1),
      matches: new RegExp(
        `^${parts.map((part, index) => (index % 2 === 1 ? '(.+?)' : escaped(part))).join('')}$`,
        's',
      ),
    }
  },
)

/**
 * What a rule said in English, in another language: the sentence is looked up, and its facts are taken over. What no catalogue
 * knows, such as words of a person, stays as it is. With a zone, instants are said in it and in UTC. Worked case: “Attach at most 10 files.” → „Bitte höchstens 10 Dateien anhängen.“
 */
export function saidAgain(language: Language, said: string, zone?: string): string {
  if (language === defaultLanguage) return zone === undefined ? said : inZone(said, zone)
  return (
    sentence(language, said, zone) ??
    said
      .split('\n')
      .map((line) => sentence(language, line, zone) ?? line)
      .join('\n')
  )
}

function sentence(language: Language, said: string, zone: string | undefined): string | null {
  const speech = spoken(language)
  for (const { key, names, matches } of patterns) {
    const found = matches.exec(said)
    if (!found) continue
    const facts = names.map((name, index) => [name, fact(found[index + 1]!, speech, zone)])
    // The keys of sentences all stand for text, so their arguments are not known as types here.
    return (speech.t as (key: string, facts: object) => string)(`sentences.${key}`, Object.fromEntries(facts))
  }
  return null
}

const grouped = /^\d{1,3}(?:,\d{3})+$/

/** A fact inside a sentence: an instant, a large number and a whole sentence are written as the language writes them. */
function fact(text: string, { language, utc, locale }: Spoken, zone: string | undefined): string {
  const [, written] = piecesOf(text)
  if (typeof written === 'object' && utcText(written.at) === text)
    return zone === undefined ? utc(written.at) : zonedText(written.at, zone, locale, utc)
  if (grouped.test(text)) return Number(text.replaceAll(',', '')).toLocaleString(locale)
  return sentence(language, text, zone) ?? text
}
