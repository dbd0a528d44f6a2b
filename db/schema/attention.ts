import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { writings } from '@/domain/attention/writing'
import { cases } from './cases'
import { instant, sealed } from './columns'
import { people } from './people'

const ofPersonAndCase = () => ({
  caseId: uuid()
    .notNull()
    .references(() => cases.id),
  personId: uuid()
    .notNull()
    .references(() => people.id),
})

/**
 * Who has the page of a case before them now; not logged, for after a crash nobody has. The instant is the database's own: whether
 * a browser still says that it is there is a fact of the machine.
 */
export const caseLookers = pgTable(
  'case_lookers',
  {
    ...ofPersonAndCase(),
    /** The page that said so last: another one of the same person does not take them away when it closes. */
    page: uuid().notNull(),
    /** What they are writing at this moment. */
    writing: text({ enum: writings }),
    seenAt: timestamp({ mode: 'date', withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.personId] }),
    index('case_lookers_by_age').on(table.seenAt),
  ],
)

/** How far each person has read a case; what came later, from somebody else, is unread. */
export const caseReadings = pgTable(
  'case_readings',
  {
    ...ofPersonAndCase(),
    /** Position in the case's chain of events. */
    readTo: integer().notNull(),
    /** They asked that it count as unread until they open it again. */
    isKeptUnread: boolean().notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.personId, table.caseId] })],
)

/** What somebody is writing and has not sent: one reply and one note for each person and case. */
export const messageDrafts = pgTable(
  'message_drafts',
  {
    ...ofPersonAndCase(),
    writing: text({ enum: writings }).notNull(),
    /** domain/attention/message-draft.ts as JSON. */
    content: sealed().notNull(),
    keptAt: instant().notNull(),
    /** Counts how often it was kept, so that of two windows neither overwrites the other unseen. */
    version: integer().notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.personId, table.writing] }),
    check('message_drafts_begin_at_one', sql`${table.version} >= 1`),
  ],
)
