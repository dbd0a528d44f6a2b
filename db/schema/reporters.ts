import { sql } from 'drizzle-orm'
import { check, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, randomId, secretHash } from './columns'
import { reports } from './reports'

/** A place where a reporter keeps several receipts. Nothing but a hash of a verified address is known of them. */
export const reporterAccounts = pgTable('reporter_accounts', {
  id: randomId(),
  addressHash: secretHash().notNull().unique(),
  createdAt: instant().notNull(),
})

/** Browsers that opened such a place by a mailed link. */
export const reporterSessions = pgTable(
  'reporter_sessions',
  {
    tokenHash: secretHash().primaryKey(),
    accountId: uuid()
      .notNull()
      .references(() => reporterAccounts.id),
    startedAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (table) => [index('reporter_sessions_by_account').on(table.accountId)],
)

/** Reports whose receipts were entered there: only that puts a report on the list, never an address. */
export const claimedReports = pgTable(
  'claimed_reports',
  {
    accountId: uuid()
      .notNull()
      .references(() => reporterAccounts.id),
    reportId: uuid()
      .notNull()
      .references(() => reports.id),
    claimedAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.reportId] }),
    index('claimed_reports_by_report').on(table.reportId),
  ],
)

/** A link mailed to a reporter; it works once. `my_reports` opens their place, `new_receipt` replaces a lost receipt. */
export const reporterLinks = pgTable(
  'reporter_links',
  {
    tokenHash: secretHash().primaryKey(),
    purpose: text({ enum: ['my_reports', 'new_receipt'] }).notNull(),
    addressHash: secretHash().notNull(),
    reportId: uuid().references(() => reports.id),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  (table) => [
    index('reporter_links_by_report').on(table.reportId),
    check(
      'reporter_links_new_receipt_names_its_report',
      sql`(${table.purpose} = 'new_receipt') = (${table.reportId} is not null)`,
    ),
  ],
)
