import { readReference } from '@/domain/cases/reference'
import { queryWords } from './words'

/** What a search asks for: cases that hold all of the words, or whose reference begins so. */
export interface Question {
  /** Folded; empty where only the commonest words were typed. */
  words: string[]
  beginning: string | null
  /** Words that may stand for a case among other words, with its reference: whichever of the two is there answers them. */
  named: ReadonlyMap<string, string>
}

/** More words than this narrow nothing down any further. */
const mostWordsAsked = 10

/** As a reference begins: its project's key alone, or with some of its characters. */
const likeReference = /^[a-z][a-z0-9]{1,7}(?:[\s-]+[0-9a-z]{0,5})?$/i

/** A whole reference among other words. Bounded: a line of a megabyte is read in one go. */
const wholeReference =
  /(?<![\p{L}\p{N}-])[a-z][a-z0-9]{1,7}(?:-|\s(?=[a-z]{0,4}\d))[0-9a-z]{5}(?![\p{L}\p{N}-])/giu

/**
 * Reads what somebody typed into the search: a reference (`mar 7k3qx`), the beginning of one (`MAR-7`), or words. Words are whole, in any
 * order and case, anywhere in what the team may read of a case; a phrase is its words. `xss admin` may be either, so it is both, and in
 * `MAR-7K3QX login` the case is asked for, and the word in it.
 */
export function readQuestion(typed: string): Question {
  const text = typed.trim()
  const beginning = likeReference.test(text)
    ? (readReference(text) ?? text.toUpperCase().replace(/[\s-]+/g, '-'))
    : null
  const words = queryWords(text).slice(0, mostWordsAsked)
  return { words, beginning, named: beginning === null ? namedIn(text, words) : new Map() }
}

function namedIn(text: string, words: readonly string[]): Map<string, string> {
  const asked = new Set(words)
  const named = new Map<string, string>()
  for (const [token] of text.matchAll(wholeReference)) {
    if (named.size >= mostWordsAsked) break
    const reference = readReference(token)
    if (reference === null) continue
    for (const word of queryWords(token)) if (asked.has(word)) named.set(word, reference)
  }
  return named
}

/** Whether there is anything in it to look for. */
export const isAnswerable = ({ words, beginning }: Question): boolean =>
  words.length > 0 || beginning !== null
