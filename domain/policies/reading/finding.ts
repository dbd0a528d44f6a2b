import type { Part, PartValues } from './parts'
import type { Sentence } from './sentences'

/** `sure`: it says so. `likely`: it may say so, and only a person can tell: an aim, a habit, an abbreviation. */
export type Confidence = 'sure' | 'likely'

/** One thing a policy says: which part, what, and the sentence and line (from 1) it was read from. */
export type Finding = {
  [Name in Part]: { part: Name; value: PartValues[Name] }
}[Part] & {
  sentence: string
  line: number
  section: string | null
  confidence: Confidence
  isFallback: boolean
}

/** Makes a finding of a sentence. A fallback counts only when nothing else says anything about its part. */
export function finding<Name extends Part>(
  sentence: Sentence,
  part: Name,
  value: PartValues[Name],
  confidence: Confidence = 'sure',
  { isFallback = false } = {},
): Finding {
  const { text, line, section } = sentence
  return { part, value, sentence: text, line, section, confidence, isFallback } as Finding
}

/** Everything around a sentence, in lower case: its headings, and what leads into its list. */
export const contextOf = ({ headings, lead, columns }: Sentence): string =>
  `${headings} › ${lead} ${columns.join(' ').toLowerCase()}`
