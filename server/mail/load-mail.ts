import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { outgoingMails } from '@/db/schema'
import type { Subject } from '@/domain/access/actor'
import { sees } from '@/domain/access/relations-of'
import type { Context } from '@/server/kernel/context'

export const instanceSubject: Subject = { kind: 'instance' }

/** Names a mail. */
export const mailName = z.object({ mailId: z.uuid() })

/** One attempt at a mail: whoever lost the mail to a later attempt changes nothing any more. */
export const attemptName = mailName.extend({ attempt: z.int() })

export interface FoundMail {
  subject: Subject
  mail: typeof outgoingMails.$inferSelect
}

/** The mail, for the desk itself and those who run it. */
export async function loadMail(context: Context, { mailId }: { mailId: string }): Promise<FoundMail | null> {
  if (!sees(context.actor, instanceSubject)) return null
  const [mail] = await context.tx.select().from(outgoingMails).where(eq(outgoingMails.id, mailId))
  return mail ? { subject: instanceSubject, mail } : null
}
