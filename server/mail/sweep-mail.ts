import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/connection'
import { enqueue } from '@/server/jobs/enqueue'
import { command } from '@/server/kernel/command'
import { log } from '@/server/kernel/log'
import { instanceSubject } from './load-mail'

/** How many a sweep repairs; the next one, a minute later, goes on. */
const most = 500

/**
 * Repairs what a job or a timer may have missed: a queued mail that nothing will send, an attempt that nothing looks after.
 * Its window is every unsent mail there is.
 */
export const sweepMail = command({
  name: 'mail.sweep',
  input: z.object({}),
  may: 'send_mail',
  load: async () => ({ subject: instanceSubject }),
  run: async (context) => {
    const unsent = await forgottenIn(context.tx, 'mail.send', ['queued'])
    for (const { id } of unsent) await enqueue(context, 'mail.send', { mailId: id })
    const cutOff = await forgottenIn(context.tx, 'mail.recover', ['sending', 'handing_over'])
    for (const { id, attempts } of cutOff)
      await enqueue(context, 'mail.recover', { mailId: id, attempt: attempts })
    const [sent, recovered] = [unsent.length, cutOff.length]
    log('info', 'mail_swept', { window: 'every unsent mail', until: context.now, sent, recovered, most })
  },
})

/** Mails in these states for which neither a timer nor a job of that name is there; one begun 30 seconds ago is not counted on. */
async function forgottenIn(tx: Tx, job: 'mail.send' | 'mail.recover', states: string[]) {
  const { rows } = await tx.execute<{ id: string; attempts: number }>(sql`
    select mail.id, mail.attempts from outgoing_mails mail
    where mail.state in ${states}
      and not exists (select from timers where timers.key = ${`${job}:`} || mail.id)
      and not exists (
        select from pgboss.job where job.name = ${job} and job.data->>'mailId' = mail.id::text
          and (job.state < 'active' or (job.state = 'active' and job.started_on > now() - interval '30 seconds'))
      )
    order by mail.created_at
    limit ${most}`)
  return rows
}
