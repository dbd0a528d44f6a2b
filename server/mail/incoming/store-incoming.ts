import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { incomingMails } from '@/db/schema'
import { sees } from '@/domain/access/relations-of'
import { enqueue } from '@/server/jobs/enqueue'
import { command } from '@/server/kernel/command'
import { instanceSubject } from '../load-mail'
import { fingerprintOf } from './fingerprint'
import { sealRaw } from './incoming-text'
import { mailboxName } from './mailbox-name'

/**
 * Stores a message as it came, and causes its reading, in one transaction; only then is it marked as seen in the mailbox. The same
 * message twice, under its number or as a second copy, is one row, however many workers fetch it: the constraints say so.
 */
export const storeIncoming = command({
  name: 'incoming.store',
  input: z.object({
    mailbox: mailboxName,
    uidValidity: mailboxName,
    uid: z.int(),
    raw: z.instanceof(Uint8Array),
    isCut: z.boolean(),
  }),
  may: 'take_mail',
  load: async ({ actor }) => (sees(actor, instanceSubject) ? { subject: instanceSubject } : null),
  run: async (context, { raw, ...place }): Promise<{ mailId: string | null }> => {
    const id = randomUUID()
    const [stored] = await context.tx
      .insert(incomingMails)
      .values({
        ...place,
        id,
        fingerprint: fingerprintOf(raw),
        raw: sealRaw(id, raw),
        sizeBytes: raw.length,
        receivedAt: context.now,
      })
      .onConflictDoNothing()
      .returning({ id: incomingMails.id })
    if (stored) await enqueue(context, 'incoming.take', { mailId: id })
    return { mailId: stored?.id ?? null }
  },
})
