import { and, asc, eq } from 'drizzle-orm'
import { attachments, messages } from '@/db/schema'
import { bodyPlace } from '@/server/cases/store-message'
import type { Context } from '@/server/kernel/context'
import type { Instant } from '@/lib/instant'
import type { OwnCase } from './load-own-case'

/** A file as a list shows it. */
export interface OwnFile {
  id: string
  name: string
  sizeBytes: number
}

/** One message between a reporter and the team. */
export interface OwnMessage {
  id: string
  /** desk: written by the program on the team's behalf, e.g. the explanation of a closed case. */
  from: 'you' | 'team' | 'desk'
  kind: 'message' | 'response' | 'question' | 'reply' | 'notice'
  body: string
  sentAt: Instant
  /** The body is an OpenPGP message. */
  isEncrypted: boolean
  files: OwnFile[]
  /** A comment on this version of the shared draft; null: on nothing in particular. */
  draftVersion: number | null
}

/**
 * What was written between the team and this one reporter, oldest first, and the files of the report itself.
 * Never a note, never another reporter's words, never a maintainer's name.
 */
export async function ownConversation(
  { tx }: Context,
  { report, vault }: OwnCase,
): Promise<{ messages: OwnMessage[]; reportFiles: OwnFile[] }> {
  const rows = await tx
    .select()
    .from(messages)
    .where(and(eq(messages.reportId, report.id), eq(messages.audience, 'reporter')))
    .orderBy(asc(messages.sentAt), asc(messages.id))
  const files = await tx
    .select({
      id: attachments.id,
      name: attachments.name,
      sizeBytes: attachments.sizeBytes,
      messageId: attachments.messageId,
    })
    .from(attachments)
    .where(eq(attachments.reportId, report.id))
    .orderBy(asc(attachments.addedAt), asc(attachments.position))
  const filesOf = (messageId: string | null): OwnFile[] =>
    files
      .filter((file) => file.messageId === messageId)
      .map(({ id, name, sizeBytes }) => ({
        id,
        name: vault.open({ table: 'attachments', row: id, column: 'name' }, name),
        sizeBytes,
      }))
  return {
    messages: rows.flatMap((row) =>
      row.kind === 'note'
        ? []
        : {
            id: row.id,
            from: row.kind === 'reply' ? 'you' : row.kind === 'notice' ? 'desk' : 'team',
            kind: row.kind,
            body: vault.open(bodyPlace(row.id), row.body),
            sentAt: row.sentAt,
            isEncrypted: row.encryptedTo !== null,
            files: filesOf(row.id),
            draftVersion: row.draftVersion,
          },
    ),
    reportFiles: filesOf(null),
  }
}
