import { sql } from 'drizzle-orm'
import { boolean, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { mailStates } from '@/domain/mail/mail-state'
import { cases } from './cases'
import { instant, randomId, sealed } from './columns'
import { incomingMails } from './incoming-mail'
import { projects } from './projects'
import { reports } from './reports'

/** Outgoing mail: written in the transaction that causes it, sent once by a job. */
export const outgoingMails = pgTable(
  'outgoing_mails',
  {
    id: randomId(),
    /** Says what this mail is for: the same occasion and recipient is one mail, whoever asks twice. */
    occasion: text().notNull(),
    recipientHash: text().notNull(),
    projectId: uuid().references(() => projects.id),
    caseId: uuid().references(() => cases.id),
    /** The report whose reporter it goes to: an answer to it is theirs. */
    reportId: uuid().references(() => reports.id),
    /** The mail it answers. */
    incomingMailId: uuid().references(() => incomingMails.id),
    recipient: sealed().notNull(),
    subject: sealed().notNull(),
    body: sealed().notNull(),
    /** The body is an armoured OpenPGP message, to be sent as PGP/MIME. */
    isEncrypted: boolean().notNull().default(false),
    state: text({ enum: mailStates }).notNull().default('queued'),
    attempts: integer().notNull().default(0),
    lastError: text(),
    createdAt: instant().notNull(),
    sentAt: instant(),
  },
  (table) => [
    unique('outgoing_mails_once_per_occasion').on(table.occasion, table.recipientHash),
    index('outgoing_mails_by_creation').on(table.createdAt),
    index('outgoing_mails_unsent')
      .on(table.createdAt)
      .where(sql`${table.state} in ('queued', 'sending')`),
  ],
)
