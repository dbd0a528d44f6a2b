import { eq } from 'drizzle-orm'
import { incomingMails } from '@/db/schema'
import type { Context } from '@/server/kernel/context'
import { aboutOf } from './incoming-text'

/** The Message-ID of a mail that came in, so that the answer stands beneath it in its sender's mail program; null: none. */
export async function answeredId(
  { tx }: Pick<Context, 'tx'>,
  incomingMailId: string | null,
): Promise<string | null> {
  if (incomingMailId === null) return null
  const [mail] = await tx
    .select({ id: incomingMails.id, about: incomingMails.about })
    .from(incomingMails)
    .where(eq(incomingMails.id, incomingMailId))
  return mail ? (aboutOf(mail)?.messageId ?? null) : null
}
