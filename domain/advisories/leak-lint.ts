import { parseReceipt } from '@/domain/reports/receipt'
import { giveAwayWords, plainWords, type LeakLevel } from './leak-words'
import { saysSecurityFix } from './says-security-fix'
import { weaknessWords } from './weakness-words'

/** What must not be told before the announcement. */
export interface Secrets {
  title: string | null
  /** Ids of this case: its reference, CVE, GHSA, whatever it is known by. Any CVE, GHSA and CWE id is found anyway. */
  identifiers: readonly string[]
  /** Names under which whoever reported it is known. */
  reporters?: readonly string[]
  /** The weaknesses it was classified as, such as `CWE-79`. */
  weaknesses?: readonly string[]
  /** Links that may stand in the text, such as the one to the interim notice. */
  allowedUrls?: readonly string[]
}

export interface LeakFinding {
  kind: 'identifier' | 'receipt' | 'reporter' | 'weakness' | 'title' | 'give_away' | 'not_said'
  level: LeakLevel
  /** The text as it stands there; empty when something is missing. */
  found: string
  /** Where it begins, in UTF-16 units; null when something is missing. */
  index: number | null
  /** What to do, for a person. */
  reason: string
}

interface Word {
  text: string
  index: number
}

/** Words as a reader sees them, also inside `camelCase`, `snake_case` and `branch/names`. */
const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{M}]+|[\p{Lo}\p{Lm}\p{M}]+|\p{N}+/gu)].map(
    (match) => ({
      text: match[0].toLowerCase(),
      index: match.index,
    }),
  )

/** Endings off, so that `parsing`, `parsed` and `parses` are one word. */
const stem = (word: string): string => (word.length < 5 ? word : word.replace(/(?:ings?|ed|es|s|e)$/, ''))

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The identifier however its parts are joined: `CVE-2026-1234`, `cve_2026_1234`, `CVE 2026 1234`. */
const identifierPattern = (identifier: string): RegExp | null => {
  const parts = identifier.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  const joined = parts.map(escaped).join('[^\\p{L}\\p{N}]{0,3}')
  return joined === '' ? null : new RegExp(`(?<![\\p{L}\\p{N}])${joined}(?![\\p{L}\\p{N}])`, 'giu')
}

const knownIdentifiers = [
  /(?<![\p{L}\p{N}])CVE[^\p{L}\p{N}]{0,3}\d{4}[^\p{L}\p{N}]{0,3}\d{4,}/giu,
  /(?<![\p{L}\p{N}])GHSA(?:[^\p{L}\p{N}]{1,3}[\da-z]{4}){3}/giu,
  /(?<![\p{L}\p{N}])CWE[^\p{L}\p{N}]{0,3}\d+/giu,
]

function identifiersIn(text: string, identifiers: readonly string[]): LeakFinding[] {
  const own = identifiers.map(identifierPattern).filter((pattern) => pattern !== null)
  return [...own, ...knownIdentifiers].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({
      kind: 'identifier' as const,
      level: 'stop' as const,
      found: match[0],
      index: match.index,
      reason: `Remove “${match[0]}”: it names the vulnerability.`,
    })),
  )
}

/** Eight groups of four as receipts are written, the first time it looks like one: the secret opens the reporter's page. */
const receiptLike = /(?<![\p{L}\p{N}])[\da-z]{4}(?:[- ]?[\da-z]{4}){7}(?![\p{L}\p{N}])/giu

const receiptsIn = (text: string): LeakFinding[] =>
  [...text.matchAll(receiptLike)].flatMap(({ 0: found, index }): LeakFinding[] =>
    // 32 hexadecimal digits in a row are a hash far more often than a receipt, and so are 32 letters a word.
    parseReceipt(found) === null || /^[\da-f]+$/i.test(found) || !/\d/.test(found)
      ? []
      : [
          {
            kind: 'receipt',
            level: 'stop',
            found,
            index,
            reason: 'Remove what looks like a receipt: whoever has it opens the report.',
          },
        ],
  )

/** A name as a whole: “Wren Oduya”, `wren-oduya`, and each part of it that is long enough to be nobody else's word. */
function reportersIn(text: string, names: readonly string[]): LeakFinding[] {
  return names.flatMap((name) => {
    const parts = name.split(/[^\p{L}\p{N}]+/u).filter((part) => part.length > 3)
    return [name, ...parts].flatMap((one): LeakFinding[] => {
      const pattern = identifierPattern(one)
      if (pattern === null || plainWords.has(one.toLowerCase())) return []
      const isWhole = one === name
      return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
        kind: 'reporter',
        level: isWhole ? 'stop' : 'look',
        found,
        index,
        reason: isWhole
          ? `Remove “${found}”: it names who reported this.`
          : `Look at “${found}”: it is part of the reporter’s name.`,
      }))
    })
  })
}

/** Words that are said of one of the case's weaknesses; what everybody says of every weakness is in the list of give-away words. */
function weaknessWordsIn(text: string, words: readonly Word[], weaknesses: readonly string[]): LeakFinding[] {
  const telling = new Set(weaknesses.flatMap(weaknessWords).map(stem))
  return words
    .filter((word) => telling.has(stem(word.text)))
    .map((word) => {
      const found = text.slice(word.index, word.index + word.text.length)
      return {
        kind: 'weakness',
        level: 'look',
        found,
        index: word.index,
        reason: `Look at “${found}”: it is a word of the weakness.`,
      }
    })
}

function giveAwaysIn(text: string, words: readonly Word[]): LeakFinding[] {
  const positions = new Map<number, number>()
  let plain = ''
  for (const [position, word] of words.entries()) {
    positions.set(plain.length, position)
    plain += `${word.text} `
  }
  return giveAwayWords.flatMap(({ pattern, level }) =>
    [...plain.matchAll(pattern)].flatMap((match): LeakFinding[] => {
      const position = positions.get(match.index)
      if (position === undefined) return []
      const count = match[0].split(' ').length
      const [first, last] = [words[position], words[position + count - 1]]
      if (!first || !last) return []
      const found = text.slice(first.index, last.index + last.text.length)
      const reason =
        level === 'stop'
          ? `Remove “${found}”: it tells that this is about security.`
          : `Look at “${found}”: it may tell that this is about security.`
      return [{ kind: 'give_away', level, found, index: first.index, reason }]
    }),
  )
}

/** Words of the title: two different ones together tell, one alone may be chance. A title of one word is that word. */
function titleWordsIn(text: string, words: readonly Word[], title: string): LeakFinding[] {
  const telling = new Set(
    wordsOf(title)
      .filter((word) => word.text.length > 2 && !plainWords.has(word.text) && !/^\d+$/.test(word.text))
      .map((word) => stem(word.text)),
  )
  const hits = words.filter((word) => telling.has(stem(word.text)))
  const distinct = new Set(hits.map((word) => stem(word.text))).size
  const level: LeakLevel = distinct >= Math.min(2, telling.size) ? 'stop' : 'look'
  return hits.map((word) => {
    const found = text.slice(word.index, word.index + word.text.length)
    const reason =
      level === 'stop'
        ? `Remove “${found}”: with the other words it tells the title.`
        : `Look at “${found}”: it is a word of the title.`
    return { kind: 'title', level, found, index: word.index, reason }
  })
}

/** In order of place; what stands inside a finding at least as sure needs no second one. */
function withoutInner(findings: readonly LeakFinding[]): LeakFinding[] {
  const start = ({ index }: LeakFinding) => index ?? 0
  const sure = ({ level }: LeakFinding) => (level === 'stop' ? 0 : 1)
  const sorted = findings.toSorted(
    (a, b) => start(a) - start(b) || b.found.length - a.found.length || sure(a) - sure(b),
  )
  const reached: Record<LeakLevel, number> = { stop: 0, look: 0 }
  return sorted.filter((finding) => {
    const end = start(finding) + finding.found.length
    const covered = finding.level === 'stop' ? reached.stop : Math.max(reached.stop, reached.look)
    reached[finding.level] = Math.max(reached[finding.level], end)
    return end > covered
  })
}

/**
 * What a text that goes public early (commit, branch, pull request, release note) tells about the vulnerability, in order.
 * “Fix XSS in the comment parser” is stopped at “XSS”; “Tidy the parser” only asks to look, when the title says “parser”.
 */
export function lintBeforeAnnouncement(text: string, secrets: Secrets): LeakFinding[] {
  const checked = (secrets.allowedUrls ?? []).reduce(
    (rest, url) => (url === '' ? rest : rest.replaceAll(url, ' '.repeat(url.length))),
    text,
  )
  const words = wordsOf(checked)
  return withoutInner([
    ...identifiersIn(checked, secrets.identifiers),
    ...receiptsIn(checked),
    ...reportersIn(checked, secrets.reporters ?? []),
    ...giveAwaysIn(checked, words),
    ...weaknessWordsIn(checked, words, secrets.weaknesses ?? []),
    ...(secrets.title === null ? [] : titleWordsIn(checked, words, secrets.title)),
  ])
}

/** After the announcement the release note must say that it is a security fix; one finding when it does not. */
export function lintAfterAnnouncement(text: string): LeakFinding[] {
  if (saysSecurityFix(text)) return []
  return [
    {
      kind: 'not_said',
      level: 'stop',
      found: '',
      index: null,
      reason: 'Say that this is a security fix: people decide by it how soon they update.',
    },
  ]
}

/** Whether the text must not go out as it is. */
export const isStopped = (findings: readonly LeakFinding[]): boolean =>
  findings.some(({ level }) => level === 'stop')
