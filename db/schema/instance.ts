import { pgTable, text, timestamp, integer, boolean } from 'drizzle-orm/pg-core'
import { instant } from './columns'

/** One row: facts of this installation. */
export const instance = pgTable('instance', {
  id: boolean().primaryKey().default(true),
  name: text().notNull().default('Disclosure Desk'),
  /** Tells a wrong master key from the right one. */
  keyCheck: text(),
  createdAt: instant().notNull(),
  /** Every case is in the index of words: each later text puts itself there. */
  areWordsIndexed: boolean().notNull().default(false),
})

/** Counters of rate-limiter-flexible; keys are keyed hashes. */
export const rateLimits = pgTable('rate_limits', {
  key: text().primaryKey(),
  points: integer().notNull(),
  expire: timestamp({ mode: 'date', withTimezone: true }),
})
