import { eq } from 'drizzle-orm'
import { incomingMails } from '@/db/schema'
import { sees } from '@/domain/access/relations-of'
import { query } from '@/server/kernel/query'
import { instanceSubject } from '../load-mail'
import { rawOf } from './incoming-text'
import { incomingName } from './load-incoming'

/** A held message as it came, for the answer that completes it. */
export const openHeld = query({
  name: 'incoming.openHeld',
  input: incomingName,
  may: 'take_mail',
  load: async ({ actor, tx }, { mailId }) => {
    if (!sees(actor, instanceSubject)) return null
    const [mail] = await tx.select().from(incomingMails).where(eq(incomingMails.id, mailId))
    return mail ? { subject: instanceSubject, mail } : null
  },
  run: async (_context, _input, { mail }) => rawOf(mail),
})
