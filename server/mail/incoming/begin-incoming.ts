import { and, eq } from 'drizzle-orm'
import { incomingMails } from '@/db/schema'
import { command } from '@/server/kernel/command'
import { SealBroken } from '@/server/kernel/sealing'
import { rawOf } from './incoming-text'
import { incomingName, loadIncoming } from './load-incoming'

/** A message that ends its reader is not read for ever. */
const mostAttempts = 5

export interface BegunMail {
  raw: Uint8Array
  asReport: boolean
}

/**
 * Counts an attempt at reading a message, before anything reads it, and gives it as it came. null: it was read already, or it was
 * tried as often as it may be and has failed.
 */
export const beginIncoming = command({
  name: 'incoming.begin',
  input: incomingName,
  may: 'take_mail',
  load: loadIncoming,
  run: async ({ tx }, { mailId }, { mail }): Promise<BegunMail | null> => {
    if (mail.state !== 'waiting') return null
    const change = (set: Partial<typeof incomingMails.$inferInsert>) =>
      tx
        .update(incomingMails)
        .set(set)
        .where(and(eq(incomingMails.id, mailId), eq(incomingMails.state, 'waiting')))
    const raw = opened(mail)
    if (raw === null || mail.attempts >= mostAttempts) {
      await change({ state: 'failed', reason: 'defect' })
      return null
    }
    await change({ attempts: mail.attempts + 1 })
    return { raw, asReport: mail.asReport }
  },
})

/** What was sealed with another key stays shut; trying again would find the same. */
function opened(mail: typeof incomingMails.$inferSelect): Uint8Array | null {
  try {
    return rawOf(mail)
  } catch (error) {
    if (error instanceof SealBroken) return null
    throw error
  }
}
