import { index, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { instant, randomId } from './columns'

/** A job to be enqueued at an instant of the kernel's clock. Setting the same key again moves it. */
export const timers = pgTable(
  'timers',
  {
    id: randomId(),
    key: text().notNull().unique(),
    job: text().notNull(),
    data: jsonb().$type<Record<string, unknown>>().notNull(),
    runAt: instant().notNull(),
  },
  (table) => [index('timers_by_instant').on(table.runAt)],
)

/** What each worker last did, so that health can tell whether one lives. */
export const workers = pgTable('workers', {
  id: text().primaryKey(),
  startedAt: instant().notNull(),
  seenAt: instant().notNull(),
})
