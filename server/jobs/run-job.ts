import type PgBoss from 'pg-boss'
import { log } from '@/server/kernel/log'
import { handlerOf } from './job'
import type { JobName } from './job-data'

/** Does one job and tells pg-boss how it went. Never throws: what could not be told is noticed when the job expires. */
export async function runJob(boss: PgBoss, name: JobName, { id, data }: PgBoss.Job<unknown>): Promise<void> {
  try {
    const problemId = await attempt(name, id, data)
    if (problemId === null) await boss.complete(name, id)
    else await boss.fail(name, id, { problemId })
  } catch (error) {
    log('error', 'job_outcome_lost', { job: name, jobId: id, error: nameOf(error) })
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
