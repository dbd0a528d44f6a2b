import { and, desc, eq, sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { outgoingMails } from '@/db/schema'
import { isRetryable, type MailState } from '@/domain/mail/mail-state'
import { sees } from '@/domain/access/relations-of'
import type { Context } from '@/server/kernel/context'
import { environment } from '@/server/kernel/environment'
import { query } from '@/server/kernel/query'
import { SealBroken } from '@/server/kernel/sealing'
import { loadProject, projectName } from '@/server/projects/load-project'
import type { Instant } from '@/lib/instant'
import { instanceSubject } from './load-mail'
import { recipientOf, subjectOf } from './mail-text'

export interface OutboxMail {
  mailId: string
  /** Null when it was sealed with another master key. */
  recipient: { name: string; address: string } | null
  subject: string | null
  state: MailState
  attempts: number
  lastError: string | null
  createdAt: Instant
  sentAt: Instant | null
  canRetry: boolean
}

export interface Outbox {
  mails: OutboxMail[]
  /** Pass it back for the next, older page; null on the last. */
  next: string | null
  /** False: without a mail server every mail is kept. */
  hasMailServer: boolean
}

const pageSize = 50
const page = z.object({ after: z.uuid().optional() })

/** Every outgoing mail, newest first; never its text, which may hold a link that lets its reader in. */
export const outbox = query({
  name: 'mail.outbox',
  input: page,
  may: 'view_outbox',
  load: async ({ actor }) => (sees(actor, instanceSubject) ? { subject: instanceSubject } : null),
  run: (context, { after }) => outboxPage(context, undefined, after),
})

/** The outgoing mail about one project's cases, newest first. */
export const projectOutbox = query({
  name: 'mail.projectOutbox',
  input: page.extend({ project: projectName }),
  may: 'view_project_outbox',
  load: (context, input) => loadProject(context, input.project),
  run: (context, { after }, { project }) =>
    outboxPage(context, eq(outgoingMails.projectId, project.id), after),
})

async function outboxPage(
  context: Context,
  scope: SQL | undefined,
  after: string | undefined,
): Promise<Outbox> {
  const isOlder = sql`(${outgoingMails.createdAt}, ${outgoingMails.id}) <
    (select last.created_at, last.id from outgoing_mails last where last.id = ${after})`
  const rows = await context.tx
    .select()
    .from(outgoingMails)
    .where(and(scope, after === undefined ? undefined : isOlder))
    .orderBy(desc(outgoingMails.createdAt), desc(outgoingMails.id))
    .limit(pageSize + 1)
  const mails = rows.slice(0, pageSize).map(shown)
  return {
    mails,
    next: rows.length > pageSize ? (mails.at(-1)?.mailId ?? null) : null,
    hasMailServer: environment().SMTP_URL !== undefined,
  }
}

function shown(row: typeof outgoingMails.$inferSelect): OutboxMail {
  const { id: mailId, state, attempts, lastError, createdAt, sentAt } = row
  return {
    mailId,
    recipient: opened(() => recipientOf(row)),
    subject: opened(() => subjectOf(row)),
    state,
    attempts,
    lastError,
    createdAt,
    sentAt,
    canRetry: isRetryable(state),
  }
}

/** One mail that does not open must not hide the others. */
function opened<Value>(open: () => Value): Value | null {
  try {
    return open()
  } catch (error) {
    if (error instanceof SealBroken) return null
    throw error
  }
}
