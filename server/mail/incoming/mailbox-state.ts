import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/connection'
import { mailboxWatches } from '@/db/schema'
import { getDatabase } from '@/server/kernel/database'
import { imapSettings } from './imap-settings'

/** A worker that did not say so for this long counts as not connected. */
const silenceSeconds = 30

/** Whether a connection stands is a fact of the machine, so that here the database's clock counts and not the kernel's. */
const databaseNow = sql`now()`

/** Says how this worker stands to the mailbox. */
export async function noteMailbox(
  tx: Tx,
  workerId: string,
  mailbox: string,
  isConnected: boolean,
): Promise<void> {
  const seen = { mailbox, isConnected, seenAt: databaseNow }
  await tx
    .insert(mailboxWatches)
    .values({ workerId, ...seen })
    .onConflictDoUpdate({ target: mailboxWatches.workerId, set: seen })
}

/** The worker ended as it should; those that did not are forgotten after an hour. */
export async function forgetMailbox(tx: Tx, workerId: string): Promise<void> {
  await tx
    .delete(mailboxWatches)
    .where(
      sql`${mailboxWatches.workerId} = ${workerId} or ${mailboxWatches.seenAt} < now() - interval '1 hour'`,
    )
}

/** Is some worker connected to the mailbox? null: no mailbox is configured. */
export async function mailboxIsConnected(): Promise<boolean | null> {
  const settings = imapSettings()
  if (!settings) return null
  const { db } = await getDatabase()
  const [one] = await db
    .select({ workerId: mailboxWatches.workerId })
    .from(mailboxWatches)
    .where(
      sql`${mailboxWatches.mailbox} = ${settings.name} and ${mailboxWatches.isConnected}
        and ${mailboxWatches.seenAt} > now() - make_interval(secs => ${silenceSeconds})`,
    )
    .limit(1)
  return one !== undefined
}
