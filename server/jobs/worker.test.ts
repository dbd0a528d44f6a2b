import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { outgoingMails, timers, workers } from '@/db/schema'
import { now } from '@/server/kernel/clock'
import { sendMail } from '@/server/mail/send-mail'
import { hourMs, minuteMs, plusMs } from '@/lib/instant'
import { advanceClock } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { startSmtpServer, setMailServer } from '@/test/smtp-server'
import { bossOf } from './boss'
import { enqueue } from './enqueue'
import { workerLives } from './health'
import { runJobs } from './run-jobs'
import { enqueueSweeps } from './sweeps'
import { startWorker, type Worker } from './worker'

const database = await testDatabase()
const { db, tx } = database
const patience = { timeout: 30_000, interval: 50 }
const running: Worker[] = []
const startOne = (id: string) => {
  const worker = startWorker({ database, id })
  running.push(worker)
  return worker
}

beforeEach(resetDatabase)
afterEach(async () => {
  await Promise.all(running.splice(0).map((worker) => worker.stop()))
  setMailServer(null)
})

const mail = (n: number) => ({
  occasion: 'announced:MAR-1',
  recipient: { name: '', address: `reader${n}@example.test` },
  subject: 'An advisory was published',
  body: 'Read it.',
})
const statesOf = async (name: string) => {
  const { rows } = await db.execute<{ state: string }>(sql`select state from pgboss.job where name = ${name}`)
  return rows.map((row) => row.state)
}

describe('workers', () => {
  it('send each mail once, two of them at work at the same time', async () => {
    const server = await startSmtpServer()
    setMailServer(server.url)
    await tx(async (tx) => {
      for (let n = 0; n < 20; n++) await sendMail({ tx, now: now() }, mail(n))
    })
    startOne('one')
    startOne('two')
    const unsent = () =>
      db
        .select()
        .from(outgoingMails)
        .where(sql`${outgoingMails.state} <> 'sent'`)
    await vi.waitFor(async () => expect(await unsent()).toEqual([]), patience)
    const addresses = server.received.flatMap(({ to }) => to)
    expect(addresses.toSorted()).toEqual(
      Array.from({ length: 20 }, (_, n) => `reader${n}@example.test`).toSorted(),
    )
    await server.stop()
  })

  it('do what is due by the clock of the desk, also after a restart', async () => {
    const mailId = await tx((tx) => sendMail({ tx, now: now() }, mail(1)))
    await db.execute(sql`delete from pgboss.job`)
    const when = { runAt: plusMs(now(), hourMs), key: 'later' }
    await tx((tx) => enqueue({ tx, now: now() }, 'mail.send', { mailId: mailId ?? '' }, when))
    const first = startOne('first')
    await vi.waitFor(async () => expect(await workerLives()).toBe(true), patience)
    await first.stop()
    expect(await db.select().from(timers)).toHaveLength(1)
    advanceClock(hourMs)
    startOne('second')
    // No mail server is configured, so that doing the job shows as keeping the mail.
    const state = async () => (await db.select().from(outgoingMails))[0]?.state
    await vi.waitFor(async () => expect(await state()).toBe('kept'), patience)
    expect(await db.select().from(timers)).toEqual([])
  })

  it('are alive while they are seen, and gone when they stop or fall silent', async () => {
    expect(await workerLives()).toBe(false)
    const worker = startOne('one')
    await vi.waitFor(async () => expect(await workerLives()).toBe(true), patience)
    await worker.stop()
    expect(await workerLives()).toBe(false)
    const silentFor = (seconds: number) => sql`now() - make_interval(secs => ${seconds})`
    await db.insert(workers).values({ id: 'silent', startedAt: now(), seenAt: silentFor(29) })
    expect(await workerLives()).toBe(true)
    await db
      .update(workers)
      .set({ seenAt: silentFor(31) })
      .where(eq(workers.id, 'silent'))
    expect(await workerLives()).toBe(false)
  })

  it('sweep at most once a minute, however many there are', async () => {
    await Promise.all([enqueueSweeps(database), enqueueSweeps(database)])
    expect(await statesOf('mail.sweep')).toEqual(['created'])
    startOne('one')
    await vi.waitFor(async () => expect(await statesOf('mail.sweep')).toEqual(['completed']), patience)
    advanceClock(minuteMs)
    await vi.waitFor(
      async () => expect(await statesOf('mail.sweep')).toEqual(['completed', 'completed']),
      patience,
    )
  })
})

describe('a job', () => {
  const fetchOne = async () => {
    const [job] = await bossOf(database).fetch<unknown>('mail.send')
    if (!job) throw new Error('No job waits.')
    return job
  }

  it('that the rows refuse is done', async () => {
    const mailId = '00000000-0000-4000-8000-00000000dead'
    await tx((tx) => enqueue({ tx, now: now() }, 'mail.send', { mailId }))
    await runJobs(bossOf(database), 'mail.send', [await fetchOne()])
    expect(await statesOf('mail.send')).toEqual(['completed'])
  })

  it('that fails unexpectedly is tried again', async () => {
    await tx((tx) => sendMail({ tx, now: now() }, mail(1)))
    await db.execute(sql`alter table outgoing_mails rename to away`)
    await runJobs(bossOf(database), 'mail.send', [await fetchOne()])
    await db.execute(sql`alter table away rename to outgoing_mails`)
    expect(await statesOf('mail.send')).toEqual(['retry'])
    await db.execute(sql`update pgboss.job set start_after = now() - interval '1 second'`)
    await runJobs(bossOf(database), 'mail.send', [await fetchOne()])
    expect(await statesOf('mail.send')).toEqual(['completed'])
    expect(await db.select({ state: outgoingMails.state }).from(outgoingMails)).toEqual([{ state: 'kept' }])
  })
})
