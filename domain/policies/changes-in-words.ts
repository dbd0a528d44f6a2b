import { partsInWords } from './parts-in-words'
import type { PolicyTerms } from './terms'

/** What differs in one part of a policy: the sentences that went and those that came. */
export interface PolicyChange {
  part: string
  removed: string[]
  added: string[]
}

/** A policy version as far as people compare it. */
export interface ComparedPolicy {
  terms: PolicyTerms
  introduction: string
}

/** What the later version says that the earlier did not, part by part, in words. Empty: the two say the same. */
export function changesInWords(earlier: ComparedPolicy, later: ComparedPolicy): PolicyChange[] {
  const before = partsInWords(earlier)
  const after = new Map(partsInWords(later).map(({ part, sentences }) => [part, sentences]))
  return before.flatMap(({ part, sentences }) => {
    const now = after.get(part) ?? []
    const removed = sentences.filter((sentence) => !now.includes(sentence))
    const added = now.filter((sentence) => !sentences.includes(sentence))
    return removed.length + added.length > 0 ? [{ part, removed, added }] : []
  })
}
