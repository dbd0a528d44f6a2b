import type PgBoss from 'pg-boss'
import { log } from '@/server/kernel/log'
import { handlerOf } from './job'
import type { JobName } from './job-data'

/**
 * Does jobs of one queue side by side and tells pg-boss how they went, what is done in one word. Never throws: what could not be
 * told is noticed when the job expires.
 */
export async function runJobs(
  boss: PgBoss,
  name: JobName,
  jobs: readonly PgBoss.Job<unknown>[],
): Promise<void> {
  const ended = await Promise.all(
    jobs.map(async ({ id, data }) => ({ id, problemId: await attempt(name, id, data) })),
  )
  const done = ended.filter(({ problemId }) => problemId === null).map(({ id }) => id)
  if (done.length > 0) await tell(name, done, () => boss.complete(name, done))
  for (const { id, problemId } of ended)
    if (problemId !== null) await tell(name, [id], () => boss.fail(name, id, { problemId }))
}

async function tell(name: JobName, ids: readonly string[], act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (error) {
    for (const jobId of ids) log('error', 'job_outcome_lost', { job: name, jobId, error: nameOf(error) })
  }
}

/** Null when the job is done, else the number under which its failure stands in the log. */
async function attempt(name: JobName, jobId: string, data: unknown): Promise<string | null> {
  try {
    const result = await handlerOf(name)?.(data)
    if (!result) throw new Error('Nobody declared this job.')
    if (result.ok) return null
    const { refusal } = result
    if (refusal.code === 'failed') return refusal.id
    log('info', 'job_refused', { job: name, jobId, code: refusal.code })
    return null
  } catch (error) {
    log('error', 'job_failed', { job: name, jobId, error: nameOf(error) })
    return jobId.slice(0, 8)
  }
}

/** The kind of an error only: its message may hold what it was given. */
const nameOf = (error: unknown) => (error instanceof Error ? error.name : typeof error)
