import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { noteMoments } from '@/domain/advisories/release-note-text'
import { evidenceStates } from '@/domain/backports/release-evidence'
import { cases } from './cases'
import { instant, randomId, sealed } from './columns'
import { people } from './people'
import { releaseLines } from './projects'

/** Things somebody set out to do on a case, beside the checklist. */
export const caseTasks = pgTable(
  'case_tasks',
  {
    id: randomId(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    text: sealed().notNull(),
    /** null: whoever has time. */
    ownerId: uuid().references(() => people.id),
    dueAt: instant(),
    doneAt: instant(),
    doneBy: uuid().references(() => people.id),
    addedBy: uuid()
      .notNull()
      .references(() => people.id),
    addedAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [
    index('case_tasks_by_case').on(table.caseId, table.addedAt),
    index('case_tasks_open_by_owner')
      .on(table.ownerId, table.dueAt)
      .where(sql`${table.doneAt} is null`),
    check('case_tasks_done_is_whole', sql`(${table.doneAt} is null) = (${table.doneBy} is null)`),
  ],
)

/** What somebody wrote in the place of a generated release note. */
export const releaseNotes = pgTable(
  'release_notes',
  {
    id: randomId(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    moment: text({ enum: noteMoments }).notNull(),
    /** null: the generated text stands again. */
    text: sealed(),
    changedBy: uuid()
      .notNull()
      .references(() => people.id),
    changedAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [unique('release_notes_one_a_moment').on(table.caseId, table.moment)],
)

/** What a package registry last said of the patch release of a line. Nothing in it is secret: the release is public. */
export const releaseEvidence = pgTable(
  'release_evidence',
  {
    id: randomId(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    lineId: uuid()
      .notNull()
      .references(() => releaseLines.id),
    /** As the registry writes it: `@scope/name`. */
    package: text().notNull(),
    version: text().notNull(),
    state: text({ enum: evidenceStates }).notNull(),
    publishedAt: instant(),
    integrity: text(),
    deprecated: text(),
    checkedAt: instant().notNull(),
  },
  (table) => [unique('release_evidence_one_a_package').on(table.caseId, table.lineId, table.package)],
)
