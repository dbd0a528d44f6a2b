import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { advisories, publications } from '@/db/schema'
import type { PublicDocument } from '@/domain/advisories/public-document'
import { correctDocument, reviseForLateFix, withdrawDocument } from '@/domain/advisories/revision'
import { longText } from '@/lib/text'
import { caseCommand } from '@/server/cases/case-command'
import { linesOf } from '@/server/cases/line-rows'
import type { FoundCase } from '@/server/cases/load-case'
import { recordCaseEvent } from '@/server/cases/record-case-event'
import type { Context } from '@/server/kernel/context'
import { allowedBy, refused } from '@/server/kernel/problem'
import { needAdvisory } from './advisory-record'

const note = longText(2000, 'Say what changes. Readers see it.')

/** Corrects the published advisory with what the draft and the case say now. The history stays visible. */
export const correctAdvisory = caseCommand({
  name: 'advisories.correct',
  input: { note },
  may: 'revise_advisory',
  run: async (context, input, found) => {
    const standing = await standingPublication(context, found)
    const advisory = await needAdvisory(context, found)
    const lines = (await linesOf(context, found)).map((line) => line.status)
    const revised = correctDocument(standing, { ...advisory, lines }, { at: context.now, note: input.note })
    return addRevision(context, found, 'correction', allowedBy(revised), input.note)
  },
})

/** Withdraws the published advisory: it stays readable, with the reason. */
export const withdrawAdvisory = caseCommand({
  name: 'advisories.withdraw',
  input: { note: longText(2000, 'Say why it is withdrawn. Readers see it.') },
  may: 'revise_advisory',
  run: async (context, input, found) => {
    const standing = await standingPublication(context, found)
    const revised = withdrawDocument(standing, { at: context.now, note: input.note })
    return addRevision(context, found, 'withdrawal', allowedBy(revised), input.note)
  },
})

/** A fix that shipped after the announcement makes a revision by itself: ranges anew, the same id, the same CVE. */
export async function reviseForLines(context: Context, found: FoundCase): Promise<void> {
  const standing = await standingPublication(context, found)
  const lines = (await linesOf(context, found)).map((line) => line.status)
  const revised = reviseForLateFix(standing, lines, context.now)
  if (revised.ok)
    await addRevision(context, found, 'late_fix', revised.value, revised.value.revisions.at(-1)?.note ?? '')
}

async function standingPublication({ tx }: Context, found: FoundCase): Promise<PublicDocument> {
  const [latest] = await tx
    .select({ document: publications.document })
    .from(publications)
    .innerJoin(advisories, eq(publications.advisoryId, advisories.id))
    .where(and(eq(advisories.caseId, found.case.id), eq(publications.isLatest, true)))
  if (!latest) throw refused('The advisory is not published yet. Edit the draft instead.')
  return latest.document
}

async function addRevision(
  context: Context,
  found: FoundCase,
  kind: 'correction' | 'withdrawal' | 'late_fix',
  document: PublicDocument,
  said: string,
): Promise<{ revision: number }> {
  const { row } = await needAdvisory(context, found)
  const revision = document.revisions.length
  await context.tx.update(publications).set({ isLatest: false }).where(eq(publications.advisoryId, row.id))
  await context.tx.insert(publications).values({
    id: randomUUID(),
    advisoryId: row.id,
    projectId: row.projectId,
    publicId: row.publicId,
    revision,
    kind,
    document,
    note: said,
    publishedAt: context.now,
  })
  await recordCaseEvent(context, found, 'advisory_revised', { revision, kind })
  return { revision }
}
