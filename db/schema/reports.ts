import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { channels } from '@/domain/reports/channel'
import { cases } from './cases'
import { instant, randomId, sealed, secretHash } from './columns'
import { people } from './people'
import { policyVersions, projects } from './projects'

/** What one reporter sent, kept word for word. */
export const reports = pgTable(
  'reports',
  {
    id: randomId(),
    projectId: uuid()
      .notNull()
      .references(() => projects.id),
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    policyVersionId: uuid()
      .notNull()
      .references(() => policyVersions.id),
    channel: text({ enum: channels }).notNull(),
    receivedAt: instant().notNull(),
    /** null exactly when it was split from another: that one's receipt opens both. */
    receiptHash: secretHash().unique(),
    /** The report as it was sent, of which this is a copy for another case (docs/decisions/0012). */
    splitFrom: uuid(),
    /** Keyed hash of the form's own random key: the same submission sent twice is one report. */
    submissionHash: secretHash().notNull().unique(),
    /** What the form held, as sealed JSON (domain/reports/report-form.ts). */
    content: sealed().notNull(),
    /** Name and address, as sealed JSON; null: anonymous. */
    contact: sealed(),
    /** The safe harbour the reporter was shown, word for word. */
    safeHarbour: jsonb().$type<{ conditions: string[]; promise: string } | null>(),
    /** The reporter's own disclosure date, in their zone. */
    disclosureAt: instant(),
    disclosureTimeZone: text(),
    timeZone: text().notNull().default('UTC'),
    /** Ids of the keys the description is encrypted to; null: it is not. */
    encryptedTo: jsonb().$type<string[]>(),
    /** The reporter's own OpenPGP key, armoured: mails to them are encrypted to it. */
    openpgpKey: sealed(),
    /** The reporter's terms where they changed them since, as sealed JSON; null: as the report states them. */
    terms: sealed(),
    termsVersion: integer().notNull().default(1),
    /** Keyed hash of the contact's address, so that a lost receipt can be replaced; null exactly without an address. */
    contactHash: secretHash(),
    /** Whether the address gets a mail when there is news. */
    newsByMail: boolean().notNull().default(true),
    /** The language its reporter used, for mails to them; one nobody speaks any more is read as English. */
    language: text().notNull().default('en'),
  },
  (table) => [
    foreignKey({ columns: [table.splitFrom], foreignColumns: [table.id] }),
    check(
      'reports_have_a_receipt_or_are_split',
      sql`(${table.receiptHash} is null) = (${table.splitFrom} is not null)`,
    ),
    index('reports_by_contact').on(table.contactHash),
    index('reports_by_case').on(table.caseId),
    index('reports_by_split')
      .on(table.splitFrom)
      .where(sql`${table.splitFrom} is not null`),
    index('reports_by_project').on(table.projectId, table.receivedAt),
    index('reports_disclosures')
      .on(table.disclosureAt)
      .where(sql`${table.disclosureAt} is not null`),
    check(
      'reports_disclosure_has_a_zone',
      sql`(${table.disclosureAt} is null) = (${table.disclosureTimeZone} is null)`,
    ),
  ],
)

/** The conversation with a reporter, and the team's internal notes. */
export const messages = pgTable(
  'messages',
  {
    id: randomId(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    /** The reporter who reads it; null exactly when it is an internal note. */
    reportId: uuid().references(() => reports.id),
    audience: text({ enum: ['reporter', 'team'] }).notNull(),
    kind: text({ enum: ['message', 'response', 'question', 'reply', 'note', 'notice'] }).notNull(),
    /** null: written by the reporter, or by the desk itself (`notice`). */
    authorId: uuid().references(() => people.id),
    body: sealed().notNull(),
    sentAt: instant().notNull(),
    /** Ids of the keys the body is encrypted to; null: it is not. */
    encryptedTo: jsonb().$type<string[]>(),
    submissionHash: secretHash().unique(),
    /** A reporter's comment on this version of the shared draft; null: on nothing in particular. */
    draftVersion: integer(),
  },
  (table) => [
    check(
      'messages_only_replies_comment_a_draft',
      sql`${table.draftVersion} is null or ${table.kind} = 'reply'`,
    ),
    index('messages_by_case').on(table.caseId, table.sentAt),
    index('messages_by_report').on(table.reportId, table.sentAt),
    check(
      'messages_notes_never_reach_a_reporter',
      sql`(${table.audience} = 'team') = (${table.reportId} is null)`,
    ),
    check(
      'messages_replies_have_no_author',
      sql`(${table.kind} in ('reply', 'notice')) = (${table.authorId} is null)`,
    ),
  ],
)

export const attachments = pgTable(
  'attachments',
  {
    id: randomId(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    reportId: uuid()
      .notNull()
      .references(() => reports.id),
    /** null: came with the report itself. */
    messageId: uuid().references(() => messages.id),
    position: integer().notNull(),
    name: sealed().notNull(),
    content: sealed().notNull(),
    sizeBytes: bigint({ mode: 'number' }).notNull(),
    /** What the content itself says it is, whatever the name claims; null: nothing known. */
    sniffedType: text(),
    addedAt: instant().notNull(),
  },
  (table) => [
    index('attachments_by_case').on(table.caseId),
    unique('attachments_in_order').on(table.reportId, table.messageId, table.position),
  ],
)

/** Challenges that were solved and used, as keyed hashes, until they expire: none opens the door twice. */
export const usedChallenges = pgTable(
  'used_challenges',
  { hash: secretHash().primaryKey(), expiresAt: instant().notNull() },
  (table) => [index('used_challenges_by_expiry').on(table.expiresAt)],
)
