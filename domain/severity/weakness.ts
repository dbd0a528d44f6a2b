import { weaknessTerms } from './weakness-terms'

/** What MITRE advises on saying that a vulnerability is this weakness (the catalogue's mapping notes). */
export const mappingUsages = ['allowed', 'allowed_with_review', 'discouraged', 'prohibited'] as const
export type MappingUsage = (typeof mappingUsages)[number]

/** What is the likeliest to be meant stands first: what is wrong, however it is written, then one way of writing it. */
const abstractions = ['base', 'compound', 'variant', 'class', 'pillar', 'category', 'view'] as const

/** One entry of the catalogue of weaknesses. */
export interface Weakness {
  /** As it is written everywhere: `CWE-79`. */
  id: string
  name: string
  usage: MappingUsage
  /** How general it is, from pillar over class and base to variant; compounds are several at once; categories and views are no weaknesses. */
  abstraction: (typeof abstractions)[number]
}

export const usageLabel: Readonly<Record<MappingUsage, string>> = {
  allowed: 'Allowed',
  allowed_with_review: 'Allowed with review',
  discouraged: 'Discouraged',
  prohibited: 'Prohibited',
}

/** What to do about an entry that should not be chosen lightly; null: nothing speaks against it. */
export const usageWarning: Readonly<Record<MappingUsage, string | null>> = {
  allowed: null,
  allowed_with_review: 'MITRE allows it after a second look: a narrower entry often fits better.',
  discouraged: 'MITRE discourages it: it is too general. Look for a narrower entry.',
  prohibited:
    'MITRE prohibits it for vulnerabilities: it is a mere category, no cause, or withdrawn. Choose another entry.',
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** The number somebody means: `79`, `CWE 79`, `cwe-79`. */
const numberIn = (question: string): string | null =>
  /^\s*(?:cwe)?[\s:-]*(\d{1,5})\s*$/i.exec(question)?.[1] ?? null

const plainly = (text: string): string => wordsIn(text).join(' ')

/** What an entry is called: its name, and what stands in it in quotes, such as “Path Traversal”. */
const callings = (name: string): string[] =>
  [name, ...[...name.matchAll(/'([^']{3,80})'/g)].map(([, quoted = '']) => quoted)].map(plainly)

const [calledSo, termBegun, wordsAlone] = [100, 200, 10_000]

/**
 * How well each entry fits a question, the best lowest: it goes by this term, is called so, or a term of it begins so; `wordsAlone`:
 * by no more than its words.
 */
function fitting(question: string): (weakness: Weakness) => number {
  const exact = weaknessTerms.get(question) ?? []
  const begun =
    question.length < 3
      ? []
      : [...weaknessTerms].flatMap(([term, numbers]) => (term.startsWith(question) ? [numbers] : []))
  return ({ id, name }) => {
    const number = numberOf(id)
    if (exact.includes(number)) return exact.indexOf(number)
    if (callings(name).includes(question)) return calledSo
    const at = begun.findIndex((numbers) => numbers.includes(number))
    return at < 0 ? wordsAlone : termBegun + at
  }
}

const numberOf = (id: string): number => Number(id.slice('CWE-'.length))

/** The words of the terms that an entry goes by, by its number. */
const termWords = new Map<number, string[]>()
for (const [term, numbers] of weaknessTerms)
  for (const number of numbers) termWords.set(number, [...(termWords.get(number) ?? []), ...wordsIn(term)])

/**
 * The entries a question means, the likeliest first: by number (79 before 790), by what people call it (“xss”, “zip slip”), or by words of
 * the name of which each begins one (“sql inj”). Among those that fit equally, what MITRE allows comes first, then what is wrong in
 * general before one way of it, then the shorter name. An empty question means nothing; categories are found by number alone.
 */
export function findWeaknesses(catalogue: readonly Weakness[], question: string, most: number): Weakness[] {
  const number = numberIn(question)
  if (number !== null)
    return catalogue
      .filter(({ id }) => id.startsWith(`CWE-${number}`))
      .sort((a, b) => a.id.length - b.id.length || (a.id < b.id ? -1 : 1))
      .slice(0, most)
  const asked = wordsIn(question)
  if (asked.length === 0) return []
  const fitOf = fitting(asked.join(' '))
  return catalogue
    .filter(({ abstraction }) => abstraction !== 'category' && abstraction !== 'view')
    .flatMap((weakness) => {
      const fit = fitOf(weakness)
      const words = wordsIn(`${weakness.name} ${weakness.id}`)
      const known = [...words, ...(termWords.get(numberOf(weakness.id)) ?? [])]
      if (fit === wordsAlone && !asked.every((word) => known.some((one) => one.startsWith(word)))) return []
      const inexact = asked.filter((word) => !words.includes(word)).length
      return [{ weakness, fit, inexact }]
    })
    .sort(
      (a, b) =>
        a.fit - b.fit ||
        a.inexact - b.inexact ||
        mappingUsages.indexOf(a.weakness.usage) - mappingUsages.indexOf(b.weakness.usage) ||
        abstractions.indexOf(a.weakness.abstraction) - abstractions.indexOf(b.weakness.abstraction) ||
        a.weakness.name.length - b.weakness.name.length,
    )
    .slice(0, most)
    .map(({ weakness }) => weakness)
}
