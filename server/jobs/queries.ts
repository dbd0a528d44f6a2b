import { asc, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/connection'
import { timers } from '@/db/schema'
import { sees } from '@/domain/access/relations-of'
import type { Subject } from '@/domain/access/actor'
import { query } from '@/server/kernel/query'
import { toInstant, type Instant } from '@/lib/instant'
import { deadLetterQueue } from './boss'
import { isWorkerAlive } from './heartbeat'

export type JobState = 'waiting' | 'active' | 'failed'

export interface ListedJob {
  jobId: string
  job: string
  state: JobState
  /** Ids only. */
  about: Record<string, unknown>
  attempts: number
  createdAt: Instant
  /** When it is tried (again), by the real clock. */
  dueAt: Instant
  /** The number under which the last failure stands in the log. */
  problemId: string | null
}

export interface ListedTimer {
  job: string
  about: Record<string, unknown>
  /** By the clock of the desk. */
  runAt: Instant
}

export interface JobList {
  timers: ListedTimer[]
  jobs: ListedJob[]
  /** How many there are of each state, the listed ones included. */
  counts: Record<JobState, number>
  workerIsAlive: boolean
}

const most = 100
const subject: Subject = { kind: 'instance' }

/** What waits, runs and failed: the next 100 timers, the newest 100 jobs. */
export const jobList = query({
  name: 'jobs.list',
  input: z.object({ state: z.enum(['waiting', 'active', 'failed']).optional() }),
  may: 'view_jobs',
  load: async ({ actor }) => (sees(actor, subject) ? { subject } : null),
  run: async ({ tx }, { state }): Promise<JobList> => ({
    timers: state === undefined || state === 'waiting' ? await nextTimers(tx) : [],
    jobs: await newestJobs(tx, state),
    counts: await jobCounts(tx),
    workerIsAlive: await isWorkerAlive(tx),
  }),
})

const nextTimers = async (tx: Tx): Promise<ListedTimer[]> =>
  tx
    .select({ job: timers.job, about: timers.data, runAt: timers.runAt })
    .from(timers)
    .orderBy(asc(timers.runAt))
    .limit(most)

/** pg-boss knows six states; people are told apart three. The rest is done. */
const listedState = sql`case when state < 'active' then 'waiting' when state = 'active' then 'active' when state = 'failed' then 'failed' end`
const isListed = sql`name <> ${deadLetterQueue} and state not in ('completed', 'cancelled')`

async function newestJobs(tx: Tx, state: JobState | undefined): Promise<ListedJob[]> {
  const { rows } = await tx.execute<{
    id: string
    name: string
    state: JobState
    data: Record<string, unknown> | null
    attempts: number
    created_on: string
    start_after: string
    problem_id: string | null
  }>(sql`
    select id, name, ${listedState} as state, data, created_on, start_after, output->>'problemId' as problem_id,
      retry_count + (started_on is not null)::int as attempts
    from pgboss.job
    where ${isListed} and ${state === undefined ? sql`true` : sql`${listedState} = ${state}`}
    order by created_on desc, id
    limit ${most}`)
  return rows.map((row) => ({
    jobId: row.id,
    job: row.name,
    state: row.state,
    about: row.data ?? {},
    attempts: row.attempts,
    createdAt: toInstant(row.created_on),
    dueAt: toInstant(row.start_after),
    problemId: row.problem_id,
  }))
}

async function jobCounts(tx: Tx): Promise<Record<JobState, number>> {
  const { rows } = await tx.execute<{ state: JobState; count: number }>(
    sql`select ${listedState} as state, count(*)::int as count from pgboss.job where ${isListed} group by 1`,
  )
  const counts = { waiting: 0, active: 0, failed: 0 }
  for (const row of rows) counts[row.state] = row.count
  return counts
}
