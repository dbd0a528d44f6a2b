import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { sees } from '@/domain/access/relations-of'
import { enqueue } from '@/server/jobs/enqueue'
import { command } from '@/server/kernel/command'
import { log } from '@/server/kernel/log'
import { instanceSubject } from '../load-mail'

/** How many a sweep repairs; the next one, a minute later, goes on. */
const most = 200

/** Repairs what a job may have missed: a stored message that nobody reads. Its window is every message that waits. */
export const sweepIncoming = command({
  name: 'incoming.sweep',
  input: z.object({}),
  may: 'take_mail',
  load: async ({ actor }) => (sees(actor, instanceSubject) ? { subject: instanceSubject } : null),
  run: async (context) => {
    const { rows } = await context.tx.execute<{ id: string }>(sql`
      select mail.id from incoming_mails mail
      where mail.state = 'waiting'
        and not exists (
          select from pgboss.job where job.name = 'incoming.take' and job.data->>'mailId' = mail.id::text
            and (job.state < 'active' or (job.state = 'active' and job.started_on > now() - interval '3 minutes'))
        )
      order by mail.received_at
      limit ${most}`)
    for (const { id } of rows) await enqueue(context, 'incoming.take', { mailId: id })
    log('info', 'incoming_mail_swept', {
      window: 'every message that waits',
      until: context.now,
      read: rows.length,
      most,
    })
  },
})
