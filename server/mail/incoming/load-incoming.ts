import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { incomingMails } from '@/db/schema'
import type { Subject } from '@/domain/access/actor'
import { sees } from '@/domain/access/relations-of'
import type { Context } from '@/server/kernel/context'
import { instanceSubject } from '../load-mail'

export const incomingName = z.object({ mailId: z.uuid() })

export interface FoundIncoming {
  subject: Subject
  mail: typeof incomingMails.$inferSelect
}

/** A message that came in, for the desk itself and those who run it. Its row is locked, so that two workers never read it at once. */
export async function loadIncoming(
  { actor, tx }: Context,
  { mailId }: { mailId: string },
): Promise<FoundIncoming | null> {
  if (!sees(actor, instanceSubject)) return null
  const [mail] = await tx.select().from(incomingMails).where(eq(incomingMails.id, mailId)).for('update')
  return mail ? { subject: instanceSubject, mail } : null
}
