/** What MITRE advises on saying that a vulnerability is this weakness (the catalogue's mapping notes). */
export const mappingUsages = ['allowed', 'allowed_with_review', 'discouraged', 'prohibited'] as const
export type MappingUsage = (typeof mappingUsages)[number]

/** One entry of the catalogue of weaknesses. */
export interface Weakness {
  /** As it is written everywhere: `CWE-79`. */
  id: string
  name: string
  usage: MappingUsage
  /** How general it is, from pillar over class and base to variant; compounds are several at once. */
  abstraction: 'pillar' | 'class' | 'base' | 'variant' | 'compound'
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
  prohibited: 'MITRE prohibits it for vulnerabilities: it is no cause, or withdrawn. Choose another entry.',
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** The number somebody means: `79`, `CWE 79`, `cwe-79`. */
const numberIn = (question: string): string | null =>
  /^\s*(?:cwe)?[\s:-]*(\d{1,5})\s*$/i.exec(question)?.[1] ?? null

/**
 * The entries a question means, the likeliest first: by number (79 before 790), or by words of the name of which each begins one
 * (“sql inj”). Among those that fit equally, what MITRE allows comes first, then the shorter name. An empty question means nothing.
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
  return catalogue
    .flatMap((weakness) => {
      const words = wordsIn(`${weakness.name} ${weakness.id}`)
      if (!asked.every((word) => words.some((one) => one.startsWith(word)))) return []
      const inexact = asked.filter((word) => !words.includes(word)).length
      return [{ weakness, inexact }]
    })
    .sort(
      (a, b) =>
        a.inexact - b.inexact ||
        mappingUsages.indexOf(a.weakness.usage) - mappingUsages.indexOf(b.weakness.usage) ||
        a.weakness.name.length - b.weakness.name.length,
    )
    .slice(0, most)
    .map(({ weakness }) => weakness)
}
