import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { outgoingMails, timers } from '@/db/schema'
import { jobActor } from '@/server/auth/job-actor'
import { moveDueTimers } from '@/server/jobs/due-timers'
import { now } from '@/server/kernel/clock'
import { dayMs, minuteMs } from '@/lib/instant'
import { advanceClock } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { smtpError, startSmtpServer, setMailServer } from '@/test/smtp-server'
import { claimMail } from './claim-mail'
import { handOverMail } from './hand-over-mail'
import { recoverMail } from './recover-mail'
import { sendMail, type MailToSend } from './send-mail'
import { sendQueuedMail } from './send-queued-mail'
import { settleMail } from './settle-mail'
import { sweepMail } from './sweep-mail'

const database = await testDatabase()
const { db, tx } = database
const actor = jobActor('mail.send')
type Server = Awaited<ReturnType<typeof startSmtpServer>>
let server: Server | undefined

beforeEach(resetDatabase)
afterEach(async () => {
  setMailServer(null)
  await server?.stop()
  server = undefined
})

async function mailServer(behaviour?: Parameters<typeof startSmtpServer>[0]): Promise<Server> {
  server = await startSmtpServer(behaviour)
  setMailServer(server.url)
  return server
}

const news: MailToSend = {
  occasion: 'acknowledged:r1',
  recipient: { name: 'Ann Example', address: 'ann@example.test' },
  subject: 'A maintainer has acknowledged your report',
  body: 'Read it with your receipt.\n',
}
const write = (mail: Partial<MailToSend> = {}) =>
  tx((tx) => sendMail({ tx, now: now() }, { ...news, ...mail }))

async function written(mail: Partial<MailToSend> = {}): Promise<string> {
  const mailId = await write(mail)
  if (mailId === null) throw new Error('The mail was there already.')
  return mailId
}
const rowOf = async (mailId: string) => {
  const [row] = await db.select().from(outgoingMails).where(eq(outgoingMails.id, mailId))
  return row
}
const headersOf = (message: string) => message.slice(0, message.indexOf('\r\n\r\n'))
const jobsWaiting = async (name: string) => {
  const { rows } = await db.execute<{ mail: string }>(
    sql`select data->>'mailId' as mail from pgboss.job where name = ${name} and state < 'active' order by 1`,
  )
  return rows.map((row) => row.mail)
}

describe('a mail', () => {
  it('reaches its one recipient, marked as automatic, under an id of its own', async () => {
    const { received } = await mailServer()
    const mailId = await written()
    expect(await jobsWaiting('mail.send')).toEqual([mailId])
    expect(await sendQueuedMail(actor, { mailId })).toMatchObject({ ok: true })
    expect(received).toHaveLength(1)
    expect(received[0]).toMatchObject({ from: 'security@desk.test', to: ['ann@example.test'] })
    const headers = headersOf(received[0]?.message ?? '')
    expect(headers).toContain('From: Example security team <security@desk.test>')
    expect(headers).toContain('To: Ann Example <ann@example.test>')
    expect(headers).toContain(`Message-ID: <${mailId}@desk.test>`)
    expect(headers).toContain('Auto-Submitted: auto-generated')
    expect(await rowOf(mailId)).toMatchObject({ state: 'sent', sentAt: now(), attempts: 1, lastError: null })
    expect(await db.select().from(timers)).toEqual([])
  })

  it('is sent once, however often its job runs and however many run at once', async () => {
    const { received } = await mailServer()
    const mailId = await written()
    await Promise.all([1, 2, 3].map(() => sendQueuedMail(actor, { mailId })))
    await sendQueuedMail(actor, { mailId })
    expect(received).toHaveLength(1)
  })

  it('is one for an occasion and a recipient, in whatever case the address is written', async () => {
    const recipient = { name: '', address: 'ANN@example.test' }
    expect(await write()).not.toBeNull()
    expect(await write({ recipient })).toBeNull()
    expect(await write({ occasion: 'responded:r1' })).not.toBeNull()
    expect(await jobsWaiting('mail.send')).toHaveLength(2)
  })

  it('never was when its transaction is rolled back', async () => {
    const failure = tx(async (tx) => {
      await sendMail({ tx, now: now() }, news)
      throw new Error('no')
    })
    await expect(failure).rejects.toThrow('no')
    expect(await db.select().from(outgoingMails)).toEqual([])
    expect(await jobsWaiting('mail.send')).toEqual([])
  })

  it('holds nothing readable in its row', async () => {
    const mailId = await written()
    const row = JSON.stringify(await rowOf(mailId), (_key, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
    )
    expect(row).not.toMatch(/Ann|example\.test|maintainer|receipt/)
  })

  it.each([
    'Eve, c@example.test',
    'Eve" <c@example.test>, "',
    'Eve\r\nBcc: c@example.test',
    'Eve\u0000\n.\r\nQUIT',
  ])('has no further recipient through the name %j', async (name) => {
    const { received } = await mailServer()
    const mailId = await written({ recipient: { name, address: 'ann@example.test' } })
    await sendQueuedMail(actor, { mailId })
    expect(received.map((mail) => mail.to)).toEqual([['ann@example.test']])
    expect(headersOf(received[0]?.message ?? '')).not.toMatch(/^bcc:/im)
  })

  it.each([
    'ann@example.test, c@example.test',
    'ann@example.test\r\nRCPT TO:<c@example.test>',
    'ann@example.test\r\nBcc: c@example.test',
    '<ann@example.test> ORCPT=c@example.test',
  ])('is not sent to %j, and does not fail what caused it', async (address) => {
    const { received } = await mailServer()
    const mailId = await written({ recipient: { name: 'Ann', address } })
    await sendQueuedMail(actor, { mailId })
    expect(received).toEqual([])
    expect(await rowOf(mailId)).toMatchObject({
      state: 'failed',
      lastError: 'The address cannot be written to.',
    })
    expect(await jobsWaiting('mail.send')).toEqual([])
  })

  it('has no further header through its subject, and no end before its end through its text', async () => {
    const { received } = await mailServer()
    const mailId = await written({
      subject: 'News\r\nBcc: c@example.test',
      body: 'One\n.\nRCPT TO:<c@example.test>\n',
    })
    await sendQueuedMail(actor, { mailId })
    expect(received.map((mail) => mail.to)).toEqual([['ann@example.test']])
    const message = received[0]?.message ?? ''
    expect(headersOf(message)).toContain('Subject: News Bcc: c@example.test')
    expect(headersOf(message)).not.toMatch(/^bcc:/im)
    expect(message).toContain('One\r\n.\r\nRCPT TO:<c@example.test>')
  })

  it('is kept without a mail server', async () => {
    const mailId = await written()
    await sendQueuedMail(actor, { mailId })
    expect(await rowOf(mailId)).toMatchObject({ state: 'kept', attempts: 0 })
  })
})

describe('a mail server that does not take it', () => {
  it.each([450, 421])('now (%i) is asked again later, by the clock of the desk', async (code) => {
    let isFull = true
    const { received } = await mailServer({ recipient: () => (isFull ? smtpError(code) : undefined) })
    const mailId = await written()
    await sendQueuedMail(actor, { mailId })
    expect(await rowOf(mailId)).toMatchObject({
      state: 'queued',
      attempts: 1,
      lastError: `The mail server could not take it yet (${code}).`,
    })
    isFull = false
    await db.execute(sql`delete from pgboss.job`)
    advanceClock(minuteMs - 1)
    await moveDueTimers(database)
    expect(await jobsWaiting('mail.send')).toEqual([])
    advanceClock(1)
    await moveDueTimers(database)
    expect(await jobsWaiting('mail.send')).toEqual([mailId])
    await sendQueuedMail(actor, { mailId })
    expect(received).toHaveLength(1)
    expect(await rowOf(mailId)).toMatchObject({ state: 'sent', attempts: 2, lastError: null })
  })

  it('for two days is given up', async () => {
    await mailServer({ message: () => smtpError(451) })
    const mailId = await written()
    advanceClock(2 * dayMs)
    await sendQueuedMail(actor, { mailId })
    expect(await rowOf(mailId)).toMatchObject({ state: 'failed', attempts: 1 })
    expect(await db.select().from(timers)).toEqual([])
  })

  it('ever is not asked again', async () => {
    await mailServer({ recipient: () => smtpError(550) })
    const mailId = await written()
    await sendQueuedMail(actor, { mailId })
    expect(await rowOf(mailId)).toMatchObject({
      state: 'failed',
      lastError: 'The mail server refused it (550).',
    })
    expect(await db.select().from(timers)).toEqual([])
  })

  it('because it is away is asked again later', async () => {
    const { stop } = await mailServer()
    await stop()
    server = undefined
    const mailId = await written()
    await sendQueuedMail(actor, { mailId })
    expect(await rowOf(mailId)).toMatchObject({ state: 'queued', attempts: 1 })
    expect(await db.select({ key: timers.key }).from(timers)).toEqual([{ key: `mail.send:${mailId}` }])
  })

  it('and breaks the line after the text leaves the outcome to a person', async () => {
    const { received } = await mailServer({ message: () => 'hang up' })
    const mailId = await written()
    await sendQueuedMail(actor, { mailId })
    expect(received).toHaveLength(1)
    expect(await rowOf(mailId)).toMatchObject({
      state: 'failed',
      lastError: 'The outcome is unknown: it may have been delivered.',
    })
    advanceClock(dayMs)
    await moveDueTimers(database)
    await sweepMail(actor, {})
    await sendQueuedMail(actor, { mailId })
    expect(received).toHaveLength(1)
  })
})

describe('an attempt that is cut off', () => {
  it('before the server had the mail is made again', async () => {
    const { received } = await mailServer()
    const mailId = await written()
    await claimMail(actor, { mailId })
    await db.execute(sql`delete from pgboss.job`)
    advanceClock(5 * minuteMs)
    await moveDueTimers(database)
    expect(await jobsWaiting('mail.recover')).toEqual([mailId])
    await recoverMail(actor, { mailId, attempt: 1 })
    expect(await jobsWaiting('mail.send')).toEqual([mailId])
    // The first worker lives after all: the mail is not its own any more.
    expect(await handOverMail(actor, { mailId, attempt: 1 })).toEqual({ ok: true, value: false })
    await sendQueuedMail(actor, { mailId })
    expect(received).toHaveLength(1)
    expect(await rowOf(mailId)).toMatchObject({ state: 'sent', attempts: 2 })
  })

  it('after that is never made again by itself', async () => {
    const { received } = await mailServer()
    const mailId = await written()
    await claimMail(actor, { mailId })
    await handOverMail(actor, { mailId, attempt: 1 })
    await recoverMail(actor, { mailId, attempt: 1 })
    await sendQueuedMail(actor, { mailId })
    expect(await rowOf(mailId)).toMatchObject({ state: 'failed', attempts: 1 })
    expect(received).toEqual([])
  })

  it('and still ends well is not made again, and a later attempt is not settled by it', async () => {
    await mailServer()
    const mailId = await written()
    await claimMail(actor, { mailId })
    await handOverMail(actor, { mailId, attempt: 1 })
    await recoverMail(actor, { mailId, attempt: 1 })
    await settleMail(actor, { mailId, attempt: 1, delivery: { kind: 'accepted' } })
    expect(await rowOf(mailId)).toMatchObject({ state: 'sent', lastError: null })

    const other = await written({ occasion: 'other' })
    await claimMail(actor, { mailId: other })
    await recoverMail(actor, { mailId: other, attempt: 1 })
    await claimMail(actor, { mailId: other })
    await settleMail(actor, { mailId: other, attempt: 1, delivery: { kind: 'refused', reason: 'Late.' } })
    expect(await rowOf(other)).toMatchObject({ state: 'sending', attempts: 2, lastError: null })
  })
})

describe('the sweep', () => {
  it('finds mails nothing will send and attempts nothing looks after, and leaves the others', async () => {
    await mailServer()
    const forgotten = await written({ occasion: 'forgotten' })
    const cutOff = await written({ occasion: 'cut off' })
    await claimMail(actor, { mailId: cutOff })
    await db.execute(sql`delete from pgboss.job`)
    await db.delete(timers)
    const waiting = await written({ occasion: 'waiting' })
    await sweepMail(actor, {})
    await sweepMail(actor, {})
    expect(await jobsWaiting('mail.send')).toEqual([forgotten, waiting].sort())
    expect(await jobsWaiting('mail.recover')).toEqual([cutOff])
  })

  it('takes a job that began long ago for dead', async () => {
    const mailId = await written()
    await db.execute(sql`update pgboss.job set state = 'active', started_on = now()`)
    await sweepMail(actor, {})
    expect(await jobsWaiting('mail.send')).toEqual([])
    await db.execute(sql`update pgboss.job set started_on = now() - interval '31 seconds'`)
    await sweepMail(actor, {})
    expect(await jobsWaiting('mail.send')).toEqual([mailId])
  })
})

describe('the steps of an attempt', () => {
  it('are there for the desk itself only', async () => {
    const mailId = await written()
    const outsiders = [{ kind: 'anyone' }, { kind: 'reporter', reportId: 'r1' }] as const
    for (const outsider of outsiders) {
      expect(await claimMail(outsider, { mailId })).toMatchObject({ refusal: { code: 'not_found' } })
      expect(await sweepMail(outsider, {})).toMatchObject({ refusal: { code: 'forbidden' } })
    }
    expect(await rowOf(mailId)).toMatchObject({ state: 'queued' })
  })
})
