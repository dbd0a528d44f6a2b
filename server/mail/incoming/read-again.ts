import { and, eq } from 'drizzle-orm'
import { incomingMails } from '@/db/schema'
import { isReadAgain, isTakeable } from '@/domain/mail/incoming-state'
import { enqueue } from '@/server/jobs/enqueue'
import { command } from '@/server/kernel/command'
import type { Context } from '@/server/kernel/context'
import { recordInstanceEvent } from '@/server/kernel/instance-events'
import { refused } from '@/server/kernel/problem'
import { incomingName, loadIncoming, type FoundIncoming } from './load-incoming'

/** An owner has a message read again that could not be read. */
export const readAgain = command({
  name: 'incoming.readAgain',
  input: incomingName,
  may: 'decide_incoming',
  load: loadIncoming,
  run: async (context, _input, { mail }) => {
    if (!isReadAgain(mail.state)) throw refused('This mail has not failed. Nothing was changed.')
    await wait(context, mail, mail.asReport)
  },
})

/** An owner says that a held, ignored or failed message is a report: it becomes one of the project it was sent to. */
export const takeAsReport = command({
  name: 'incoming.takeAsReport',
  input: incomingName,
  may: 'decide_incoming',
  load: loadIncoming,
  run: async (context, _input, { mail }) => {
    if (!isTakeable(mail.state))
      throw refused('What became of this mail is settled already. Reload to see where it stands.')
    await wait(context, mail, true)
  },
})

async function wait(
  context: Context,
  { id, state }: FoundIncoming['mail'],
  asReport: boolean,
): Promise<void> {
  await context.tx
    .update(incomingMails)
    .set({ state: 'waiting', reason: null, attempts: 0, asReport })
    .where(and(eq(incomingMails.id, id), eq(incomingMails.state, state)))
  await recordInstanceEvent(context, 'incoming_mail_read_again', { mailId: id, asReport })
  await enqueue(context, 'incoming.take', { mailId: id })
}
