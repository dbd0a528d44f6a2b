import { bigint, index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { cases } from './cases'
import { instant, randomId, sealed } from './columns'
import { projects } from './projects'

/** The words a project sorts its cases by. A label may tell of a vulnerability: it is sealed, and found by keyed hashes. */
export const tags = pgTable(
  'tags',
  {
    id: randomId(),
    projectId: uuid()
      .notNull()
      .references(() => projects.id),
    label: sealed().notNull(),
    /** Of the folded label, the same in every project. */
    labelHash: text().notNull(),
    /** As in `case_words`. */
    words: bigint({ mode: 'bigint' }).array().notNull(),
    madeAt: instant().notNull(),
  },
  (table) => [
    unique('tags_once_per_project').on(table.projectId, table.labelHash),
    index('tags_by_label').on(table.labelHash),
  ],
)

/** Which cases bear which tag. */
export const caseTags = pgTable(
  'case_tags',
  {
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    tagId: uuid()
      .notNull()
      .references(() => tags.id),
    since: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.tagId] }),
    index('case_tags_by_tag').on(table.tagId, table.caseId),
  ],
)
