import { and, eq, inArray } from 'drizzle-orm'
import { outgoingMails } from '@/db/schema'
import type { MailState } from '@/domain/mail/mail-state'
import type { Context } from '@/server/kernel/context'

type MailRow = typeof outgoingMails.$inferSelect

/**
 * Changes a mail only if it still stands where the caller believes it does: in one of these states, and at that attempt.
 * False when somebody else moved it first.
 */
export async function moveMail(
  context: Pick<Context, 'tx'>,
  from: { id: string; attempts: number; states: readonly MailState[] },
  change: Partial<Pick<MailRow, 'state' | 'attempts' | 'lastError' | 'sentAt'>>,
): Promise<boolean> {
  const moved = await context.tx
    .update(outgoingMails)
    .set(change)
    .where(
      and(
        eq(outgoingMails.id, from.id),
        eq(outgoingMails.attempts, from.attempts),
        inArray(outgoingMails.state, [...from.states]),
      ),
    )
    .returning({ id: outgoingMails.id })
  return moved.length === 1
}
