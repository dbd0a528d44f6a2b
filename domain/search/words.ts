import { foldedWord, isStopWord } from './word-forms'

/** More distinct words than this no text adds to the index: 60,000 characters of prose have some 3,000. */
const mostWords = 4_000
const longestWord = 64

/** What is one word although it has marks inside: versions, and the ids of catalogues. Bounded: a run of digits has no end. */
const wholeWord =
  /(?:cve-\d{4}-\d{4,12}|cwe-\d{1,8}|ghsa(?:-[0-9a-z]{4}){3}|(?<!\d)\d{1,12}(?:\.\d{1,12}){1,8})/giu
const part = /[\p{L}\p{N}\p{M}]+/gu
/** Scripts that put no space between words: pairs of characters stand for them. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u

/**
 * The words under which a text is found: folded (`Héaders` is `header`), without the commonest, each once. `parseHeader` gives
 * `parseheader`, `parse` and `header`; `2.4.1` and `CVE-2026-1234` stay whole; Chinese or Thai gives characters and pairs of them.
 */
export const wordsOf = (text: string): string[] =>
  collected(text, (word) => [word, ...camelParts(word)], unspacedWords)

/** The words of a question to that index: all of them stand in a text that holds what was asked. */
export const queryWords = (text: string): string[] => collected(text, (word) => [word], unspacedQuery)

function collected(
  text: string,
  forms: (word: string) => string[],
  unspacedForms: (run: string) => string[],
): string[] {
  const words = new Set<string>()
  const add = (word: string) => {
    if (words.size < mostWords && word !== '') words.add(word)
  }
  const rest = text.normalize('NFKC').replace(wholeWord, (whole) => {
    add(whole.toLowerCase())
    return ' '
  })
  for (const [found] of rest.matchAll(part)) {
    if (found.length > longestWord) continue
    if (unspaced.test(found)) unspacedForms(found).forEach(add)
    else
      for (const form of forms(found)) {
        const word = foldedWord(form)
        if (word.length > 1 && !isStopWord(word)) add(word)
      }
  }
  return [...words]
}

/** `parseHTTPHeader` → parse, HTTP, Header; nothing for a word of one part. */
function camelParts(word: string): string[] {
  const parts = word.split(/(?<=\p{Ll}|\p{N})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u)
  return parts.length > 1 ? parts : []
}

const pairs = (run: string): string[] => {
  const characters = [...run]
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`)
}
const unspacedWords = (run: string) => [...new Set(run), ...pairs(run)]
const unspacedQuery = (run: string) => ([...run].length === 1 ? [run] : pairs(run))
