/** What two cases have in common, counted from the one that is looked at. */
export interface Common {
  /** Words in both titles, and how many each title has. */
  titleWords: readonly string[]
  ownTitle: number
  otherTitle: number
  /** Names and files of a stack trace, ids of catalogues. */
  signs: readonly string[]
  cwes: readonly string[]
}

/**
 * From which share of the words of both titles they are alike: two words in common prove less than three. “Archives unpack outside the
 * target” and “Unpacking an archive leaves the target” share two of six, which is not enough; with the product’s name three of seven are.
 */
const alikeTitle = (shared: number): number => (shared >= 3 ? 0.3 : 0.5)

/**
 * How likely two cases are about one vulnerability, higher first; null: nothing that is worth a look. Names that stand in both stack
 * traces weigh most, a weakness alone says nothing: every second report is CWE-79.
 * Worked case: titles share 2 of 4 words → 2; one name of a function more and the same CWE → 5.
 */
export function likeness({ titleWords, ownTitle, otherTitle, signs, cwes }: Common): number | null {
  const all = ownTitle + otherTitle - titleWords.length
  const title = all === 0 ? 0 : titleWords.length / all
  const isAlike = titleWords.length >= 2 && title >= alikeTitle(titleWords.length)
  const isHinted =
    titleWords.length >= 1 && (signs.length >= 1 || (cwes.length >= 1 && titleWords.length >= 2))
  if (!isAlike && !isHinted && signs.length < 2) return null
  return 4 * title + 2 * Math.min(signs.length, 5) + Math.min(cwes.length, 1)
}
