import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Subject } from '@/domain/access/actor'
import { sees } from '@/domain/access/relations-of'
import { command } from '@/server/kernel/command'
import { recordInstanceEvent } from '@/server/kernel/instance-events'
import { refused } from '@/server/kernel/problem'
import { transactionalBoss } from './boss'
import { bossOverTransaction } from './boss-database'

const subject: Subject = { kind: 'instance' }

/** Runs a job once more that failed as often as it may. It asks the rows again, so that nothing happens twice. */
export const retryJob = command({
  name: 'jobs.retry',
  input: z.object({ jobId: z.uuid() }),
  may: 'retry_job',
  load: async ({ actor, tx }, { jobId }) => {
    if (!sees(actor, subject)) return null
    const { rows } = await tx.execute<{ name: string; state: string }>(
      sql`select name, state from pgboss.job where id = ${jobId} for update`,
    )
    return rows[0] ? { subject, job: rows[0].name, state: rows[0].state } : null
  },
  run: async (context, { jobId }, { job, state }) => {
    if (state !== 'failed') throw refused('This job has not failed. Nothing was changed.')
    await transactionalBoss.retry(job, jobId, { db: bossOverTransaction(context.tx) })
    await recordInstanceEvent(context, 'job_retried', { job, jobId })
  },
})
