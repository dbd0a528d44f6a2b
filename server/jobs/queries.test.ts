import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { events } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { now } from '@/server/kernel/clock'
import { hourMs, plusMs } from '@/lib/instant'
import { resetDatabase, testDatabase } from '@/test/database'
import { enqueue } from './enqueue'
import { jobList } from './queries'
import { retryJob } from './retry-job'

const { db, tx } = await testDatabase()
beforeEach(resetDatabase)

const person = {
  kind: 'person',
  personId: '00000000-0000-4000-8000-000000000001',
  name: 'Olga',
  cases: {},
} as const
const owner: Actor = { ...person, isOwner: true, roles: {} }
const lead: Actor = { ...person, isOwner: false, roles: { p1: 'lead' } }
const jobId = '00000000-0000-4000-8000-00000000000a'

async function oneJob(state: string): Promise<void> {
  await tx((tx) => enqueue({ tx, now: now() }, 'mail.send', { mailId: 'm1' }))
  await db.execute(sql`update pgboss.job set id = ${jobId}, state = ${sql.raw(`'${state}'`)}, started_on = now(),
    output = '{"problemId": "abcd1234"}'`)
}

describe('the list of jobs', () => {
  it('shows names, states and ids, and timers by their instant', async () => {
    await oneJob('failed')
    const runAt = plusMs(now(), hourMs)
    await tx((tx) => enqueue({ tx, now: now() }, 'cases.escalate', { caseId: 'c1' }, { runAt, key: 'k' }))
    const listed = await jobList(owner, {})
    expect(listed).toMatchObject({
      ok: true,
      value: {
        timers: [{ job: 'cases.escalate', about: { caseId: 'c1' }, runAt }],
        jobs: [
          {
            jobId,
            job: 'mail.send',
            state: 'failed',
            about: { mailId: 'm1' },
            attempts: 1,
            problemId: 'abcd1234',
          },
        ],
        counts: { waiting: 0, active: 0, failed: 1 },
        workerIsAlive: false,
      },
    })
  })

  it('shows the jobs of one state, and counts all', async () => {
    await oneJob('failed')
    expect(await jobList(owner, { state: 'waiting' })).toMatchObject({
      value: { jobs: [], counts: { failed: 1 } },
    })
    expect(await jobList(owner, { state: 'failed' })).toMatchObject({ value: { jobs: [{ jobId }] } })
  })

  it('is not there for others', async () => {
    expect(await jobList(lead, {})).toMatchObject({ refusal: { code: 'not_found' } })
    expect(await jobList({ kind: 'anyone' }, {})).toMatchObject({ refusal: { code: 'not_found' } })
  })
})

describe('running a failed job again', () => {
  const stateNow = async () => {
    const { rows } = await db.execute<{ state: string }>(sql`select state from pgboss.job`)
    return rows[0]?.state
  }

  it('puts it back into its queue and says who did', async () => {
    await oneJob('failed')
    expect(await retryJob(owner, { jobId })).toMatchObject({ ok: true })
    expect(await stateNow()).toBe('retry')
    expect(await db.select({ type: events.type, data: events.data }).from(events)).toEqual([
      { type: 'job_retried', data: { job: 'mail.send', jobId } },
    ])
  })

  it.each(['created', 'active', 'completed'])('is refused when it is %s', async (state) => {
    await oneJob(state)
    expect(await retryJob(owner, { jobId })).toMatchObject({ refusal: { code: 'refused' } })
    expect(await stateNow()).toBe(state)
    expect(await db.select().from(events)).toEqual([])
  })

  it('is not there for others', async () => {
    await oneJob('failed')
    expect(await retryJob(lead, { jobId })).toMatchObject({ refusal: { code: 'not_found' } })
    expect(await stateNow()).toBe('failed')
  })
})
