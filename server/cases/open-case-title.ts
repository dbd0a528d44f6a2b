import { vault } from '@/server/kernel/vault'
import type { CaseRow } from './load-case'
import { titlePlace } from './case-title'

/** How many opened titles are kept in memory, as case keys are: people look at the same lists all day. */
const keptTitles = 2000
const opened = new Map<string, { sealed: Uint8Array; title: string }>()

/** The title of a case from its row alone, for lists. Throws SealBroken. */
export function openCaseTitle({
  id,
  wrappedKey,
  title,
}: Pick<CaseRow, 'id' | 'wrappedKey' | 'title'>): string {
  const known = opened.get(id)
  if (known && Buffer.compare(known.sealed, title) === 0) return known.title
  const text = vault().openCaseKey(id, wrappedKey).open(titlePlace(id), title)
  // A Map keeps the order of insertion: the first is the one kept for longest.
  opened.delete(id)
  opened.set(id, { sealed: title, title: text })
  const oldest = opened.keys().next()
  if (opened.size > keptTitles && !oldest.done) opened.delete(oldest.value)
  return text
}
