import { readReference } from '@/domain/cases/reference'
import { queryWords } from './words'

/** What a search asks for: cases that hold all of the words, or whose reference begins so. */
export interface Question {
  /** Folded; empty where only the commonest words were typed. */
  words: string[]
  beginning: string | null
}

/** More words than this narrow nothing down any further. */
const mostWordsAsked = 10

/** As a reference begins: its project's key alone, or with some of its characters. */
const likeReference = /^[a-z][a-z0-9]{1,7}(?:[\s-]+[0-9a-z]{0,5})?$/i

/**
 * Reads what somebody typed into the search: a reference (`mar 7k3qx`), the beginning of one (`MAR-7`), or words. Words are whole, in any
 * order and case, anywhere in what the team may read of a case; a phrase is its words. `xss admin` may be either, so it is both.
 */
export function readQuestion(typed: string): Question {
  const text = typed.trim()
  const beginning = likeReference.test(text)
    ? (readReference(text) ?? text.toUpperCase().replace(/[\s-]+/g, '-'))
    : null
  return { words: queryWords(text).slice(0, mostWordsAsked), beginning }
}

/** Whether there is anything in it to look for. */
export const isAnswerable = ({ words, beginning }: Question): boolean =>
  words.length > 0 || beginning !== null
