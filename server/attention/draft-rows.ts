import { and, eq, sql } from 'drizzle-orm'
import { messageDrafts } from '@/db/schema'
import { statement } from '@/db/statement'
import type { MessageDraft } from '@/domain/attention/message-draft'
import type { Writing } from '@/domain/attention/writing'
import type { Instant } from '@/lib/instant'
import { actingPerson } from '@/server/cases/acting-person'
import type { FoundCase } from '@/server/cases/load-case'
import type { Context } from '@/server/kernel/context'

/** A draft as its writer finds it again. */
export interface KeptDraft {
  draft: MessageDraft
  keptAt: Instant
  version: number
}

type Place = { caseId: string; personId: string; writing: Writing }

/** Where a draft is sealed. */
export const draftPlace = ({ caseId, personId, writing }: Place) => ({
  table: 'message_drafts',
  row: `${caseId}/${personId}/${writing}`,
  column: 'content',
})

/** The condition for the one row of a draft. */
export const isDraft = ({ caseId, personId, writing }: Place) =>
  and(
    eq(messageDrafts.caseId, caseId),
    eq(messageDrafts.personId, personId),
    eq(messageDrafts.writing, writing),
  )

/** The draft of a person, or null. */
export async function draftOf(context: Context, found: FoundCase, place: Place): Promise<KeptDraft | null> {
  const [row] = await context.tx.select().from(messageDrafts).where(isDraft(place))
  return row ? openDraft(found, row) : null
}

/** What was being written was sent: its draft goes in the same transaction. */
export async function forgetDraft(context: Context, found: FoundCase, writing: Writing): Promise<void> {
  const { personId } = actingPerson(context.actor)
  await context.tx.delete(messageDrafts).where(isDraft({ caseId: found.case.id, personId, writing }))
}

type DraftRow = typeof messageDrafts.$inferSelect

/** The drafts of a reader on a case. */
export const ownDraftsOnCase = statement('own_drafts_on_case', (tx) =>
  tx
    .select()
    .from(messageDrafts)
    .where(
      and(
        eq(messageDrafts.caseId, sql.placeholder('caseId')),
        eq(messageDrafts.personId, sql.placeholder('reader')),
      ),
    ),
)

/** Rows of `ownDraftsOnCase`, opened. */
export const openDrafts = (
  found: FoundCase,
  rows: readonly DraftRow[],
): Partial<Record<Writing, KeptDraft>> =>
  Object.fromEntries(rows.map((row) => [row.writing, openDraft(found, row)]))

const openDraft = (found: FoundCase, row: DraftRow): KeptDraft => ({
  draft: JSON.parse(found.vault.open(draftPlace(row), row.content)) as MessageDraft,
  keptAt: row.keptAt,
  version: row.version,
})
