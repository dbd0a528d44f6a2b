import { and, asc, eq, isNotNull, notExists, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { advisories, cases, caseWords, instance, messages, reports } from '@/db/schema'
import { openDraft } from '@/server/advisories/advisory-record'
import { bodyPlace } from '@/server/cases/store-message'
import { titleOf } from '@/server/cases/case-title'
import { command } from '@/server/kernel/command'
import type { Context } from '@/server/kernel/context'
import { vault } from '@/server/kernel/vault'
import { reportContent } from '@/server/reports/report-content'
import { statedTerms } from '@/server/reports/stated-terms'
import { indexAdvisory, indexReport, indexTitle } from './index-case'
import { indexFacts } from './index-facts'
import { indexWords, type WordSource } from './word-index'

/** A transaction stays short: the built-in engine has one session for everybody. */
const batch = 20

/**
 * Makes cases findable that were stored before there was an index, some at a time; answers whether it may have to be asked again.
 * Once all are, that is kept, and asking costs one row. A case's row is locked while its texts are read, so a later title stays.
 */
export const indexMissing = command({
  name: 'search.indexMissing',
  input: z.object({}),
  may: 'sweep_cases',
  load: async () => ({ subject: { kind: 'instance' as const } }),
  run: async (context): Promise<'more' | 'done'> => {
    const { tx } = context
    const [known] = await tx.select({ isDone: instance.areWordsIndexed }).from(instance)
    if (known?.isDone !== false) return 'done'
    const rows = await tx
      .select()
      .from(cases)
      .where(lacksWords(context))
      .orderBy(asc(cases.id))
      .limit(batch)
      .for('update')
    for (const row of rows) await indexWhole(context, row)
    if (rows.length === batch) return 'more'
    await tx.update(instance).set({ areWordsIndexed: true })
    return 'done'
  },
})

/** Every case has its title in the index; what else it has follows from what it is. */
function lacksWords({ tx }: Context) {
  const lacks = (source: WordSource, of: typeof cases | typeof advisories) =>
    notExists(
      tx
        .select({ item: caseWords.item })
        .from(caseWords)
        .where(and(eq(caseWords.item, of.id), eq(caseWords.source, source))),
    )
  const unread = tx
    .select({ caseId: advisories.caseId })
    .from(advisories)
    .where(lacks('advisory', advisories))
  return or(
    lacks('title', cases),
    and(isNotNull(cases.handlerId), lacks('handler', cases)),
    and(sql`${cases.cwes} <> '[]'::jsonb`, lacks('facts', cases)),
    sql`${cases.id} in ${unread}`,
  )
}

async function indexWhole(context: Context, row: typeof cases.$inferSelect): Promise<void> {
  const found = { case: row, vault: vault().openCaseKey(row.id, row.wrappedKey) }
  await indexTitle(context, row.id, titleOf(found))
  const sent = await context.tx.select().from(reports).where(eq(reports.caseId, row.id))
  for (const report of sent) {
    const { trackingId } = statedTerms(found.vault, report)
    const content = reportContent(found.vault, report)
    await indexReport(context, row.id, report.id, { ...content, trackingId })
  }
  const said = await context.tx
    .select({ id: messages.id, body: messages.body })
    .from(messages)
    .where(eq(messages.caseId, row.id))
  for (const { id, body } of said) {
    const text = found.vault.open(bodyPlace(id), body)
    await indexWords(context, row.id, { source: 'message', item: id }, [text])
  }
  const [advisory] = await context.tx.select().from(advisories).where(eq(advisories.caseId, row.id))
  if (advisory) await indexAdvisory(context, row.id, advisory.id, openDraft(found, advisory))
  await indexFacts(context, row.id)
}
