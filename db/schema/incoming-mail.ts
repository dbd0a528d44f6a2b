import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { incomingReasons, incomingStates } from '@/domain/mail/incoming-state'
import { cases } from './cases'
import { instant, randomId, sealed, secretHash } from './columns'
import { projects } from './projects'
import { reports } from './reports'

/** Which address belongs to which project: mail to it is mail to that team. */
export const mailAddresses = pgTable(
  'mail_addresses',
  {
    /** In lower case. */
    address: text().primaryKey(),
    projectId: uuid()
      .notNull()
      .references(() => projects.id),
    /** The first is the one our own mail asks to be answered at. */
    position: integer().notNull(),
  },
  (table) => [unique('mail_addresses_in_order').on(table.projectId, table.position)],
)

/** Every message that came in, as it came. It is stored before anything follows from it. */
export const incomingMails = pgTable(
  'incoming_mails',
  {
    id: randomId(),
    /** Which message of which mailbox it is (RFC 3501: these three never name another). */
    mailbox: text().notNull(),
    uidValidity: text().notNull(),
    uid: bigint({ mode: 'number' }).notNull(),
    /** Keyed hash of Message-ID, content and where it was delivered: the same mail twice is one row, another under the same id is not. */
    fingerprint: secretHash().notNull().unique(),
    raw: sealed().notNull(),
    sizeBytes: bigint({ mode: 'number' }).notNull(),
    /** It was too large to be fetched whole. */
    isCut: boolean().notNull().default(false),
    receivedAt: instant().notNull(),
    state: text({ enum: incomingStates }).notNull().default('waiting'),
    reason: text({ enum: incomingReasons }),
    attempts: integer().notNull().default(0),
    /** An owner said that it is a report, whatever the rules say. */
    asReport: boolean().notNull().default(false),
    /** Sender, subject and Message-ID, as sealed JSON; null until it was read. */
    about: sealed(),
    senderHash: secretHash(),
    address: text(),
    projectId: uuid().references(() => projects.id),
    caseId: uuid().references(() => cases.id),
    reportId: uuid().references(() => reports.id),
    isEncrypted: boolean().notNull().default(false),
    /** When its automatic answer went, or will go. */
    answeredAt: instant(),
  },
  (table) => [
    unique('incoming_mails_once_per_message').on(table.mailbox, table.uidValidity, table.uid),
    index('incoming_mails_by_arrival').on(table.receivedAt, table.id),
    index('incoming_mails_by_report').on(table.reportId),
    index('incoming_mails_by_sender').on(table.senderHash, table.receivedAt),
    index('incoming_mails_waiting')
      .on(table.receivedAt)
      .where(sql`${table.state} = 'waiting'`),
    check(
      'incoming_mails_say_why',
      sql`(${table.reason} is not null) = (${table.state} in ('held', 'ignored', 'failed'))`,
    ),
    check(
      'incoming_mails_lead_to_their_case',
      sql`${table.state} not in ('report', 'reply') or (${table.caseId} is not null and ${table.reportId} is not null)`,
    ),
  ],
)

/** What a token in an address we asked to be answered at stands for. The token itself is never stored. */
export const replyAddresses = pgTable(
  'reply_addresses',
  {
    tokenHash: secretHash().primaryKey(),
    reportId: uuid().references(() => reports.id),
    incomingMailId: uuid().references(() => incomingMails.id),
  },
  (table) => [
    check(
      'reply_addresses_stand_for_one_thing',
      sql`(${table.reportId} is null) <> (${table.incomingMailId} is null)`,
    ),
  ],
)

/** How each worker stands to the mailbox, by the database's own clock: health asks it. */
export const mailboxWatches = pgTable('mailbox_watches', {
  workerId: text().primaryKey(),
  mailbox: text().notNull(),
  isConnected: boolean().notNull(),
  seenAt: timestamp({ mode: 'date', withTimezone: true }).notNull(),
})
