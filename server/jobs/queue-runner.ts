import { setMaxListeners } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import type { Database } from '@/db/connection'
import { bossOf } from './boss'
import { declaredJobs } from './job'
import { isJobName, jobNames, type JobName } from './job-data'
import { runJobs } from './run-jobs'

/** How many jobs of one queue a worker does side by side. */
const batchSize = 4

/** How much longer than its work a rest is: a heap of jobs leaves the machine and the database to people most of the time. */
const restPerWork = 5
/** The longest rest after a batch. */
const longestRestMs = 250

/** Works the queues of one database: each is emptied by one loop at a time, so that slow jobs hold up only their own kind. */
export class QueueRunner {
  private readonly busy = new Map<JobName, Promise<void>>()

  constructor(
    private readonly database: Database,
    private readonly signal: AbortSignal,
  ) {
    // Every queue may rest at the same time, and each listens for the end meanwhile.
    setMaxListeners(jobNames.length + 1, signal)
  }

  /** Begins on every queue where something waits. Does not wait for the work. */
  async workWaiting(): Promise<void> {
    const mine = declaredJobs()
    for (const name of await this.waitingQueues()) {
      if (!mine.includes(name) || this.busy.has(name)) continue
      this.busy.set(
        name,
        this.empty(name).finally(() => this.busy.delete(name)),
      )
    }
  }

  /** When what was begun is done. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.busy.values())
  }

  private async empty(name: JobName): Promise<void> {
    const boss = bossOf(this.database)
    while (!this.signal.aborted) {
      const jobs = await boss.fetch<unknown>(name, { batchSize })
      if (jobs.length === 0) return
      const beganMs = performance.now()
      await runJobs(boss, name, jobs)
      await this.rest(performance.now() - beganMs)
    }
  }

  private async rest(workedMs: number): Promise<void> {
    const restMs = Math.min(restPerWork * workedMs, longestRestMs)
    await sleep(restMs, undefined, { signal: this.signal }).catch(() => undefined)
  }

  private async waitingQueues(): Promise<JobName[]> {
    const { rows } = await this.database.db.execute<{ name: string }>(
      sql`select distinct name from pgboss.job where state < 'active' and start_after < now()`,
    )
    return rows.map((row) => row.name).filter(isJobName)
  }
}
