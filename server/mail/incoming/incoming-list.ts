import { desc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { cases, incomingMails, projects } from '@/db/schema'
import { sees } from '@/domain/access/relations-of'
import {
  isReadAgain,
  isTakeable,
  type IncomingReason,
  type IncomingState,
} from '@/domain/mail/incoming-state'
import type { Instant } from '@/lib/instant'
import { casesInScope } from '@/server/cases/scope'
import { query } from '@/server/kernel/query'
import { SealBroken } from '@/server/kernel/sealing'
import { instanceSubject } from '../load-mail'
import { imapSettings } from './imap-settings'
import { aboutOf, type AboutMail } from './incoming-text'
import { mailboxIsConnected } from './mailbox-state'

export interface ListedIncoming {
  mailId: string
  receivedAt: Instant
  /** null until it was read, or when it was sealed with another master key. */
  sender: { name: string; address: string | null } | null
  subject: string | null
  /** The project's address it was sent to. */
  address: string | null
  project: string | null
  state: IncomingState
  reason: IncomingReason | null
  isEncrypted: boolean
  isCut: boolean
  /** The case it led to, if the asking person may see it. */
  reference: string | null
  canRead: boolean
  canTake: boolean
}

export interface IncomingList {
  mails: ListedIncoming[]
  /** Pass it back for the next, older page; null on the last. */
  next: string | null
  /** null: no mailbox is configured. */
  isConnected: boolean | null
  mailbox: string | null
}

const pageSize = 50

/** Every message that came in, newest first, and what became of it; never its text. */
export const incomingList = query({
  name: 'incoming.list',
  input: z.object({ after: z.uuid().optional() }),
  may: 'view_incoming',
  load: async ({ actor }) => (sees(actor, instanceSubject) ? { subject: instanceSubject } : null),
  run: async ({ tx, actor }, { after }): Promise<IncomingList> => {
    const { id, receivedAt, about, address, state, reason, isEncrypted, isCut } = incomingMails
    const isOlder = sql`(${receivedAt}, ${id}) <
      (select last.received_at, last.id from incoming_mails last where last.id = ${after})`
    const rows = await tx
      .select({
        ...{ id, receivedAt, about, address, state, reason, isEncrypted, isCut },
        project: projects.name,
        reference: sql<
          string | null
        >`case when ${casesInScope(actor) ?? sql`true`} then ${cases.reference} end`,
      })
      .from(incomingMails)
      .leftJoin(projects, eq(projects.id, incomingMails.projectId))
      .leftJoin(cases, eq(cases.id, incomingMails.caseId))
      .where(after === undefined ? undefined : isOlder)
      .orderBy(desc(receivedAt), desc(id))
      .limit(pageSize + 1)
    const mails = rows.slice(0, pageSize).map(({ id: mailId, about: sealedAbout, ...row }) => {
      const opened = openedAbout({ id: mailId, about: sealedAbout })
      return {
        ...row,
        mailId,
        sender: opened?.sender ?? null,
        subject: opened?.subject ?? null,
        canRead: isReadAgain(row.state),
        canTake: isTakeable(row.state),
      }
    })
    return {
      mails,
      next: rows.length > pageSize ? (mails.at(-1)?.mailId ?? null) : null,
      isConnected: await mailboxIsConnected(),
      mailbox: imapSettings()?.name ?? null,
    }
  },
})

/** One message that does not open must not hide the others. */
function openedAbout(row: Parameters<typeof aboutOf>[0]): AboutMail | null {
  try {
    return aboutOf(row)
  } catch (error) {
    if (error instanceof SealBroken) return null
    throw error
  }
}
