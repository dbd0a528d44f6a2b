import { randomUUID } from 'node:crypto'
import { and, count, eq } from 'drizzle-orm'
import { caseTags, tags } from '@/db/schema'
import { mostTags, mostTagsOfCase, tagLabel } from '@/domain/cases/tag'
import { wordsOf } from '@/domain/search/words'
import type { Context } from '@/server/kernel/context'
import { refused } from '@/server/kernel/problem'
import { vault } from '@/server/kernel/vault'
import { wordHash } from '@/server/search/word-index'
import { caseCommand } from './case-command'
import { recordCaseEvent } from './record-case-event'
import { openTag, tagHash, tagPlace, tagsOfCase } from './tag-rows'

/** Puts a tag on the case; one the project does not know yet begins with it. */
export const tagCase = caseCommand({
  name: 'cases.tag',
  input: { label: tagLabel },
  may: 'tag_case',
  run: async (context, { label }, found) => {
    const borne = await tagsOfCase(context.tx).execute({ caseId: found.case.id })
    if (borne.some(({ labelHash }) => labelHash === tagHash(label)))
      throw refused(`It bears the tag “${label}” already.`)
    if (borne.length >= mostTagsOfCase)
      throw refused(`A case bears ${mostTagsOfCase} tags at most. Take one off first.`)
    const tagId = await ensureTag(context, found.case.projectId, label)
    await context.tx.insert(caseTags).values({ caseId: found.case.id, tagId, since: context.now })
    await recordCaseEvent(context, found, 'tagged', { tagId }, label)
    return { reference: found.case.reference, label }
  },
})

/** Takes a tag off the case. */
export const untagCase = caseCommand({
  name: 'cases.untag',
  input: { label: tagLabel },
  may: 'tag_case',
  run: async (context, { label }, found) => {
    const borne = await tagsOfCase(context.tx).execute({ caseId: found.case.id })
    const tag = borne.find(({ labelHash }) => labelHash === tagHash(label))
    if (!tag) throw refused(`It does not bear the tag “${label}”.`)
    await context.tx
      .delete(caseTags)
      .where(and(eq(caseTags.caseId, found.case.id), eq(caseTags.tagId, tag.id)))
    const written = openTag(tag)
    await recordCaseEvent(context, found, 'untagged', { tagId: tag.id }, written)
    return { reference: found.case.reference, label: written }
  },
})

/** A case that moves takes its tags along, as tags of the project it goes to. */
export async function moveTags(context: Context, caseId: string, toProjectId: string): Promise<void> {
  const borne = await tagsOfCase(context.tx).execute({ caseId })
  if (borne.length === 0) return
  await context.tx.delete(caseTags).where(eq(caseTags.caseId, caseId))
  for (const tag of borne) {
    const tagId = await ensureTag(context, toProjectId, openTag(tag))
    await context.tx.insert(caseTags).values({ caseId, tagId, since: tag.since })
  }
}

async function ensureTag({ tx, now }: Context, projectId: string, label: string): Promise<string> {
  const labelHash = tagHash(label)
  const same = and(eq(tags.projectId, projectId), eq(tags.labelHash, labelHash))
  const [known] = await tx.select({ id: tags.id }).from(tags).where(same)
  if (known) return known.id
  const [project] = await tx.select({ known: count() }).from(tags).where(eq(tags.projectId, projectId))
  if ((project?.known ?? 0) >= mostTags)
    throw refused(`The project has ${mostTags} tags, the most it can have. Use one of them.`)
  const id = randomUUID()
  const sealedLabel = vault().instanceVault.seal(tagPlace(id), label)
  const [made] = await tx
    .insert(tags)
    .values({
      id,
      projectId,
      label: sealedLabel,
      labelHash,
      words: wordsOf(label).map(wordHash),
      madeAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: tags.id })
  if (made) return made.id
  // Somebody else made it at this moment.
  const [theirs] = await tx.select({ id: tags.id }).from(tags).where(same)
  if (!theirs) throw new Error('The tag is not there.')
  return theirs.id
}
