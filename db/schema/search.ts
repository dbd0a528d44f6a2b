import { sql } from 'drizzle-orm'
import { bigint, index, pgTable, primaryKey, text, uuid, type AnyPgColumn } from 'drizzle-orm/pg-core'
import { cases } from './cases'

/** The few words that tell one case from another, written once: an index is used only where a query says exactly the same. */
export const isTelling = (source: AnyPgColumn) => sql`${source} in ('title', 'signs')`

/**
 * Which words stand in which text of a case, as keyed hashes (docs/decisions/0016): the texts themselves are sealed. One row for each
 * text; written with it, in the same transaction.
 */
export const caseWords = pgTable(
  'case_words',
  {
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    /**
     * `signs` are the few words of a report that tell one vulnerability from another; `handler` the name of the primary handler;
     * `facts` the tags, weaknesses and versions of the case.
     */
    source: text({
      enum: ['title', 'report', 'terms', 'signs', 'message', 'advisory', 'handler', 'facts'],
    }).notNull(),
    /** The row the text stands in: of the case, the report, the message, the advisory. */
    item: uuid().notNull(),
    words: bigint({ mode: 'bigint' }).array().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.item, table.source] }),
    index('case_words_by_case').on(table.caseId),
    index('case_words_by_word').using('gin', table.words),
    index('case_words_telling').using('gin', table.words).where(isTelling(table.source)),
  ],
)
