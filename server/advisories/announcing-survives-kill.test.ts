import { setTimeout as sleep } from 'node:timers/promises'
import { and, eq } from 'drizzle-orm'
import { afterEach, expect, it, vi } from 'vitest'
import { connectDatabase, type Database, type DatabaseConfig } from '@/db/connection'
import { migrate } from '@/db/migrate'
import { cases, events, outgoingMails, publications } from '@/db/schema'
import { prepareJobs } from '@/server/jobs/boss'
import { startWorker } from '@/server/jobs/worker'
import { verifyEvents } from '@/server/kernel/verify-events'
import { outcomeUnknown } from '@/server/mail/delivery'
import { recipientOf, subjectOf } from '@/server/mail/mail-text'
import { dayMs, minuteMs, plusMs, type Instant } from '@/lib/instant'
import { addAnnounceableCase, addAnnouncingProject, scheduleAt } from '@/test/announceable-case'
import { startChild } from '@/test/child'
import { advanceClock, setClock, testStart } from '@/test/clock'
import { setTestDatabase, testDatabase, testEngine } from '@/test/database'
import { ownDatabase } from '@/test/own-database'
import { startSmtpServer, setMailServer, type ReceivedMail } from '@/test/smtp-server'
import { value } from '@/test/team'

const rounds = 8
const casesPerRound = 2
const patience = { timeout: 120_000, interval: 100 }
const undo: Array<() => unknown> = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

/** Opens it as this process's database until it is closed. */
async function open(config: DatabaseConfig): Promise<Database> {
  const database = await connectDatabase(config)
  setTestDatabase(database)
  return database
}

/** The publishing minute of each round. */
const minuteOf = (round: number): Instant => plusMs(testStart, 7 * dayMs + round * 10 * minuteMs)

/** Cases whose announcements fall on one minute a round, each with a reporter of its own. */
async function scheduleCases(
  database: Database,
  count: number,
  at: (n: number) => Instant,
): Promise<string[]> {
  await migrate(database)
  await prepareJobs(database)
  const project = await addAnnouncingProject()
  const ids: string[] = []
  for (let n = 0; n < count; n++) {
    const { id, reference } = await addAnnounceableCase(database, project, `reporter${n}@example.test`)
    value(await scheduleAt(project, reference, at(n)))
    ids.push(id)
  }
  return ids
}

const isAnnouncement = (mail: ReceivedMail) => /^Subject: .*(?:is|was)\s+published/im.test(mail.message)
const subjectLine = (mail: ReceivedMail) => /^Subject: (.*(?:\r?\n[ \t].*)*)/im.exec(mail.message)?.[1] ?? ''
/** Recipient and subject: the subject to a handler names the case, the address of a reporter is one case's alone. */
const deliveriesOf = (received: readonly ReceivedMail[]) =>
  received.filter(isAnnouncement).map((mail) => `${mail.to.join()} ${subjectLine(mail).replace(/\s+/g, ' ')}`)

/** Every case: one publication, one event, a chain that holds, and one row and at most one delivery per recipient. */
async function expectExactlyOnce({ db }: Database, ids: string[], received: readonly ReceivedMail[]) {
  const public_ = await db.select().from(publications)
  expect(public_).toHaveLength(ids.length)
  expect(new Set(public_.map((row) => row.advisoryId)).size).toBe(ids.length)
  expect((await verifyEvents(db)).breaks).toEqual([])

  const deliveries = deliveriesOf(received)
  expect(new Set(deliveries).size).toBe(deliveries.length)

  for (const id of ids) {
    const publishedEvents = await db
      .select()
      .from(events)
      .where(and(eq(events.chainId, id), eq(events.type, 'advisory_published')))
    expect(publishedEvents).toHaveLength(1)
    const rows = (await db.select().from(outgoingMails).where(eq(outgoingMails.caseId, id))).filter((row) =>
      row.occasion.startsWith('announced:'),
    )
    expect(rows.map((row) => row.recipientHash)).toHaveLength(2)
    expect(new Set(rows.map((row) => row.recipientHash)).size).toBe(2)
    for (const row of rows) {
      const mail = `${recipientOf(row).address} ${subjectOf(row)}`
      const arrived = deliveries.filter((one) => one === mail).length
      // Cut off while it was being handed over, nobody can know: it waits for a person and is never sent twice.
      if (row.state === 'failed') expect(row.lastError).toBe(outcomeUnknown)
      else expect({ state: row.state, arrived }).toEqual({ state: 'sent', arrived: 1 })
    }
  }
}

async function finish(database: Database, ids: string[]) {
  const worker = startWorker({ database, id: 'restarted' })
  undo.push(() => worker.stop())
  const { db } = database
  const announced = async () => (await db.select().from(cases)).filter((row) => row.announcedAt !== null)
  await vi.waitFor(async () => expect(await announced()).toHaveLength(ids.length), patience)
  const unsettled = async () =>
    (await db.select().from(outgoingMails)).filter((row) => row.state !== 'sent' && row.state !== 'failed')
  await vi.waitFor(async () => {
    // Attempts that a dead worker had begun are looked after when their time is up.
    advanceClock(minuteMs)
    expect(await unsettled()).toEqual([])
  }, patience)
}

async function mailSink() {
  const { url, received, stop } = await startSmtpServer()
  setMailServer(url)
  undo.push(stop, () => setMailServer(null))
  const { SMTP_URL = '', MAIL_FROM = '' } = process.env
  return { received, variables: { SMTP_URL, MAIL_FROM } }
}

it('the worker is killed at the publishing minute: exactly one publication, one mail per recipient', async () => {
  const { config, variables, remove } = await ownDatabase()
  undo.push(remove)
  const sink = await mailSink()
  const told = JSON.stringify({ ...variables, ...sink.variables })
  undo.push(testDatabase, () => setTestDatabase(null))
  const before = await open(config)
  const ids = await scheduleCases(before, rounds * casesPerRound, (n) =>
    minuteOf(Math.floor(n / casesPerRound)),
  )
  await before.close()

  for (let round = 0; round < rounds; round++) {
    const child = startChild('work-until-killed.ts', told)
    expect(await child.nextLine()).toBe('working')
    setClock(minuteOf(round))
    // Somewhere between before the timer moves and after the mails went out; spread, so that rounds differ.
    await sleep((round / rounds) * 1800 + Math.random() * 180)
    await child.kill()
  }

  const database = await open(config)
  undo.push(() => database.close())
  await finish(database, ids)
  await expectExactlyOnce(database, ids, sink.received)
}, 400_000)

if (testEngine() === 'postgres')
  it('two workers at the same minute, one of them killed again and again: exactly one publication', async () => {
    const { config, variables, remove } = await ownDatabase()
    undo.push(remove)
    const sink = await mailSink()
    const told = JSON.stringify({ ...variables, ...sink.variables })
    undo.push(testDatabase, () => setTestDatabase(null))
    const database = await open(config)
    undo.push(() => database.close())
    const ids = await scheduleCases(database, 24, (n) => minuteOf(n % 4))

    const steady = startChild('work-until-killed.ts', told)
    undo.push(() => steady.kill())
    expect(await steady.nextLine()).toBe('working')
    for (let round = 0; round < 4; round++) {
      const other = startChild('work-until-killed.ts', told)
      expect(await other.nextLine()).toBe('working')
      setClock(minuteOf(round))
      await sleep(300 + Math.random() * 1200)
      await other.kill()
    }
    await finish(database, ids)
    await expectExactlyOnce(database, ids, sink.received)
  }, 400_000)
