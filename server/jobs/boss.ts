import { sql } from 'drizzle-orm'
import PgBoss from 'pg-boss'
import type { Database, Tx } from '@/db/connection'
import { bossOverDatabase, bossOverTransaction } from './boss-database'
import { jobNames, type JobData, type JobName } from './job-data'

/** Jobs that were tried as often as they may be are copied here. */
export const deadLetterQueue = 'dead-letter'

const settings = {
  schema: 'pgboss',
  // The worker's own loop does this, so that nothing runs in a process that only enqueues.
  supervise: false,
  schedule: false,
  archiveFailedAfterSeconds: 30 * 24 * 3600,
  deleteAfterDays: 30,
}

/** Eight more tries over about half an hour. A worker killed at work is noticed after `expireInSeconds`. */
const queueSettings = {
  retryLimit: 8,
  retryDelay: 5,
  retryBackoff: true,
  expireInSeconds: 180,
  retentionMinutes: 365 * 24 * 60,
}

/** Any number, as long as every process uses the same. */
const advisoryLock = 7_305_412

/**
 * Makes the tables of pg-boss and a queue for every job, where they are missing. Run after the migrations at every start;
 * any number of processes may do so at once. Whoever only enqueues needs nothing else.
 */
export const prepareJobs = (database: Database): Promise<void> =>
  database.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${advisoryLock})`)
    const boss = new PgBoss({ ...settings, db: bossOverTransaction(tx) })
    await boss.start()
    const known = new Set((await boss.getQueues()).map((queue) => queue.name))
    for (const name of [deadLetterQueue, ...jobNames]) {
      const options = {
        name,
        ...queueSettings,
        ...(name === deadLetterQueue ? {} : { deadLetter: deadLetterQueue }),
      }
      if (known.has(name)) await boss.updateQueue(name, options)
      else await boss.createQueue(name, options)
    }
  })

const bosses = new WeakMap<Database, PgBoss>()

/** The one pg-boss of a database, for those who work the queues. Nothing runs in it by itself. */
export function bossOf(database: Database): PgBoss {
  const boss = bosses.get(database) ?? new PgBoss({ ...settings, db: bossOverDatabase(database) })
  bosses.set(database, boss)
  return boss
}

/** Only for sending and moving jobs through a transaction that is named each time. */
export const transactionalBoss = new PgBoss({
  ...settings,
  db: { executeSql: () => Promise.reject(new Error('A job is enqueued through a transaction.')) },
})

/** Puts a job into its queue, in the caller's transaction. Throws when the queue was never made. */
export async function sendJob<Name extends JobName>(tx: Tx, name: Name, data: JobData<Name>): Promise<void> {
  const id = await transactionalBoss.send(name, data, { db: bossOverTransaction(tx) })
  if (id === null) throw new Error(`There is no queue for ${name}: prepareJobs did not run.`)
}
