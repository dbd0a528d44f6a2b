import { asc, eq, sql } from 'drizzle-orm'
import { caseTags, tags } from '@/db/schema'
import { statement } from '@/db/statement'
import { foldedTag } from '@/domain/cases/tag'
import { vault } from '@/server/kernel/vault'

/** Where the label of a tag is sealed: it belongs to a project, not to a case. */
export const tagPlace = (id: string) => ({ table: 'tags', row: id, column: 'label' })

/** Labels never change: opened once, they are kept. */
const opened = new Map<string, string>()
const keptLabels = 5_000

/** The label of a tag, opened once and kept in memory. Throws SealBroken. */
export function openTag({ id, label }: { id: string; label: Uint8Array }): string {
  const known = opened.get(id)
  if (known !== undefined) return known
  const text = vault().instanceVault.open(tagPlace(id), label)
  if (opened.size >= keptLabels) opened.clear()
  opened.set(id, text)
  return text
}

/** By which a label is found without being read: the same for `Needs CVE` and `needs cve`. */
export const tagHash = (label: string): string => vault().keyedHash('tag-label', foldedTag(label))

/** The tags a case bears, in the order they came. */
export const tagsOfCase = statement('tags_of_case', (tx) =>
  tx
    .select({ id: tags.id, label: tags.label, labelHash: tags.labelHash, since: caseTags.since })
    .from(caseTags)
    .innerJoin(tags, eq(tags.id, caseTags.tagId))
    .where(eq(caseTags.caseId, sql.placeholder('caseId')))
    .orderBy(asc(caseTags.since), asc(tags.id)),
)
