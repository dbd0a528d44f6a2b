import { sql } from 'drizzle-orm'
import { index, integer, pgTable, uuid } from 'drizzle-orm/pg-core'
import { instant, randomId, sealed } from './columns'
import { people } from './people'
import { projects } from './projects'

/**
 * The queue under filters that somebody keeps: for themselves, or for the team of a project. Name and filters are sealed, because
 * what people search for tells of vulnerabilities.
 */
export const savedViews = pgTable(
  'saved_views',
  {
    id: randomId(),
    /** Who made it. */
    personId: uuid()
      .notNull()
      .references(() => people.id),
    /** Whose team has it; null: its maker alone. */
    projectId: uuid().references(() => projects.id),
    name: sealed().notNull(),
    /** domain/cases/queue-filters.ts, as a sealed query string. */
    filters: sealed().notNull(),
    /** Its place among the views of the same person or project, lowest first. */
    position: integer().notNull(),
    changedAt: instant().notNull(),
    /** Removed views wait a day for second thoughts. */
    removedAt: instant(),
  },
  (table) => [
    index('saved_views_by_person')
      .on(table.personId, table.position)
      .where(sql`${table.projectId} is null`),
    index('saved_views_by_project').on(table.projectId, table.position),
    index('saved_views_removed')
      .on(table.removedAt)
      .where(sql`${table.removedAt} is not null`),
  ],
)
