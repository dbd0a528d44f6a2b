import { randomUUID } from 'node:crypto'
import { messages } from '@/db/schema'
import type { Context } from '@/server/kernel/context'
import type { CaseVault } from '@/server/kernel/sealing'
import { indexWords } from '@/server/search/word-index'

type MessageRow = typeof messages.$inferSelect
type Conversation = { case: { id: string }; vault: CaseVault }

/** Where the text of a message is sealed. */
export const bodyPlace = (messageId: string) => ({ table: 'messages', row: messageId, column: 'body' })

/** Stores one message, sealed; returns its id. */
export async function storeMessage(
  context: Context,
  found: Conversation,
  message: Pick<MessageRow, 'kind' | 'reportId' | 'authorId' | 'submissionHash'> & {
    body: string
    /** Ids of the keys the body is encrypted to. */
    encryptedTo?: string[] | null
    draftVersion?: number | null
  },
): Promise<string> {
  const id = randomUUID()
  await context.tx.insert(messages).values({
    ...message,
    id,
    caseId: found.case.id,
    audience: message.kind === 'note' ? 'team' : 'reporter',
    body: found.vault.seal(bodyPlace(id), message.body),
    sentAt: context.now,
  })
  await indexWords(context, found.case.id, { source: 'message', item: id }, [message.body])
  return id
}

/** Stores what the desk itself says to one reporter, sealed; returns the id of the message. */
export const storeNotice = (
  context: Context,
  found: Conversation,
  reportId: string,
  body: string,
): Promise<string> =>
  storeMessage(context, found, { kind: 'notice', reportId, authorId: null, submissionHash: null, body })
