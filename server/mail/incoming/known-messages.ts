import { and, eq, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { incomingMails } from '@/db/schema'
import { sees } from '@/domain/access/relations-of'
import { query } from '@/server/kernel/query'
import { instanceSubject } from '../load-mail'
import { mailboxName } from './mailbox-name'

/** Which messages of a mailbox are stored: the highest number, 0 when there is none, and those of `uids` that are. */
export const knownMessages = query({
  name: 'incoming.known',
  input: z.object({ mailbox: mailboxName, uidValidity: mailboxName, uids: z.array(z.int()) }),
  may: 'take_mail',
  load: async ({ actor }) => (sees(actor, instanceSubject) ? { subject: instanceSubject } : null),
  run: async ({ tx }, { mailbox, uidValidity, uids }): Promise<{ highest: number; known: number[] }> => {
    const here = and(eq(incomingMails.mailbox, mailbox), eq(incomingMails.uidValidity, uidValidity))
    const [top] = await tx
      .select({ highest: sql<number>`coalesce(max(${incomingMails.uid}), 0)::int8` })
      .from(incomingMails)
      .where(here)
    const known =
      uids.length === 0
        ? []
        : await tx
            .select({ uid: incomingMails.uid })
            .from(incomingMails)
            .where(and(here, inArray(incomingMails.uid, uids)))
    return { highest: Number(top?.highest ?? 0), known: known.map(({ uid }) => uid) }
  },
})
