import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { timers } from '@/db/schema'
import { now } from '@/server/kernel/clock'
import { hourMs, minuteMs, plusMs } from '@/lib/instant'
import { advanceClock } from '@/test/clock'
import { bareDatabase, resetDatabase, testDatabase } from '@/test/database'
import { bossOf, prepareJobs } from './boss'
import { moveDueTimers } from './due-timers'
import { cancelTimer, enqueue } from './enqueue'
import { jobNames } from './job-data'

const database = await testDatabase()
const { db, tx } = database
beforeEach(resetDatabase)

const key = 'mail.send:m1'
const waiting = async () => {
  const { rows } = await db.execute<{ name: string; data: unknown }>(
    sql`select name, data from pgboss.job where state = 'created' order by created_on, id`,
  )
  return rows
}
const inOneHour = () => ({ runAt: plusMs(now(), hourMs), key })
const enqueueMail = (mailId: string, when = {}) =>
  tx((tx) => enqueue({ tx, now: now() }, 'mail.send', { mailId }, when))

describe('enqueue', () => {
  it('puts the job into its queue, with a dead letter', async () => {
    await enqueueMail('m1')
    expect(await waiting()).toEqual([{ name: 'mail.send', data: { mailId: 'm1' } }])
    const { rows } = await db.execute<{ dead_letter: string }>(sql`select dead_letter from pgboss.job`)
    expect(rows).toEqual([{ dead_letter: 'dead-letter' }])
  })

  it('is undone with its transaction', async () => {
    const failure = tx(async (tx) => {
      await enqueue({ tx, now: now() }, 'mail.send', { mailId: 'm1' })
      await enqueue({ tx, now: now() }, 'mail.send', { mailId: 'm2' }, inOneHour())
      throw new Error('no')
    })
    await expect(failure).rejects.toThrow('no')
    expect(await waiting()).toEqual([])
    expect(await db.select().from(timers)).toEqual([])
  })

  it('refuses data the job does not take', async () => {
    await expect(enqueueMail(7 as unknown as string)).rejects.toThrow()
    expect(await waiting()).toEqual([])
  })

  it('waits for the clock of the kernel', async () => {
    await enqueueMail('m1', inOneHour())
    await moveDueTimers(database)
    expect(await waiting()).toEqual([])
    advanceClock(hourMs - 1)
    await moveDueTimers(database)
    expect(await waiting()).toEqual([])
    advanceClock(1)
    await moveDueTimers(database)
    await moveDueTimers(database)
    expect(await waiting()).toEqual([{ name: 'mail.send', data: { mailId: 'm1' } }])
    expect(await db.select().from(timers)).toEqual([])
  })

  it('moves a timer under the same key, to later and to now', async () => {
    await enqueueMail('m1', { runAt: plusMs(now(), minuteMs), key })
    await enqueueMail('m1', inOneHour())
    advanceClock(minuteMs)
    await moveDueTimers(database)
    expect(await waiting()).toEqual([])
    await enqueueMail('m1', { runAt: now(), key })
    expect(await waiting()).toHaveLength(1)
    expect(await db.select().from(timers)).toEqual([])
  })

  it('ends a timer by its key', async () => {
    await enqueueMail('m1', inOneHour())
    await tx((tx) => cancelTimer({ tx }, key))
    expect(await db.select().from(timers)).toEqual([])
  })

  it('moves more timers than one batch, each once, with two workers at it', async () => {
    await tx(async (tx) => {
      for (let n = 0; n < 120; n++) {
        const when = { runAt: plusMs(now(), minuteMs), key: `key ${n}` }
        await enqueue({ tx, now: now() }, 'mail.send', { mailId: `m${n}` }, when)
      }
    })
    advanceClock(minuteMs)
    await Promise.all([moveDueTimers(database), moveDueTimers(database)])
    await moveDueTimers(database)
    const moved = (await waiting()).map((job) => JSON.stringify(job.data))
    expect(moved).toHaveLength(120)
    expect(new Set(moved).size).toBe(120)
  })

  it('does not let a timer nobody understands hold up the others', async () => {
    await db.insert(timers).values({ key: 'old', job: 'gone.job', data: {}, runAt: now() })
    await enqueueMail('m1', { runAt: plusMs(now(), 1), key })
    advanceClock(1)
    await moveDueTimers(database)
    expect(await waiting()).toHaveLength(1)
    expect(await db.select().from(timers)).toEqual([])
  })
})

describe('the queues', () => {
  it('hand out a failed job again, and after the last try its dead letter', async () => {
    const boss = bossOf(database)
    await enqueueMail('m1')
    const [job] = await boss.fetch<{ mailId: string }>('mail.send')
    expect(job?.data).toEqual({ mailId: 'm1' })
    await boss.fail('mail.send', job?.id ?? '', { problemId: 'abc' })
    const { rows } = await db.execute<{ state: string }>(sql`select state from pgboss.job`)
    expect(rows).toEqual([{ state: 'retry' }])
    await db.execute(
      sql`update pgboss.job set retry_count = retry_limit, start_after = now() - interval '1 s'`,
    )
    const [again] = await boss.fetch('mail.send')
    await boss.fail('mail.send', again?.id ?? '', { problemId: 'abc' })
    const left = await db.execute<{ name: string; state: string }>(
      sql`select name, state from pgboss.job order by name`,
    )
    expect(left.rows).toEqual([
      { name: 'dead-letter', state: 'created' },
      { name: 'mail.send', state: 'failed' },
    ])
  })

  it('take a job back from a worker that died with it', async () => {
    await enqueueMail('m1')
    await bossOf(database).fetch('mail.send')
    await bossOf(database).maintain()
    const state = async () => (await db.execute<{ state: string }>(sql`select state from pgboss.job`)).rows
    expect(await state()).toEqual([{ state: 'active' }])
    await db.execute(sql`update pgboss.job set started_on = now() - interval '4 minutes'`)
    await bossOf(database).maintain()
    expect(await state()).toEqual([{ state: 'retry' }])
  })

  it('are made once, by however many processes start at once, and again at every start', async () => {
    const bare = await bareDatabase()
    await Promise.all([prepareJobs(bare), prepareJobs(bare), prepareJobs(bare)])
    await prepareJobs(bare)
    const { rows } = await bare.db.execute<{ name: string }>(sql`select name from pgboss.queue`)
    expect(rows.map((row) => row.name).toSorted()).toEqual([...jobNames, 'dead-letter'].toSorted())
    await bare.close()
  })
})
