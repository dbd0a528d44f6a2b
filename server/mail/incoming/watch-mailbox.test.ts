import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { connectDatabase, type DatabaseConfig } from '@/db/connection'
import { migrate } from '@/db/migrate'
import { incomingMails, messages, outgoingMails, reports } from '@/db/schema'
import { minuteMs } from '@/lib/instant'
import { prepareJobs } from '@/server/jobs/boss'
import { startWorker } from '@/server/jobs/worker'
import { health } from '@/server/process/health'
import { startChild } from '@/test/child'
import { advanceClock } from '@/test/clock'
import { resetDatabase, setTestDatabase, testDatabase } from '@/test/database'
import { ownDatabase } from '@/test/own-database'
import { dovecotProgram, startDovecot, startLine } from '@/test/dovecot'
import { giveAddresses, setMailbox } from '@/test/mail-in'
import { wholeText, writtenMail } from '@/test/written-mail'
import { setMailServer, startSmtpServer } from '@/test/smtp-server'
import { addProject } from '@/test/team'

const found = dovecotProgram()
const suite = 'missing' in found ? `(skipped: ${found.missing})` : 'of a real server'
const patience = { timeout: 60_000, interval: 50 }
/** A job that a killed process was at is taken up again after three minutes, by the sweep that follows. */
const patienceAfterKill = { timeout: 300_000, interval: 50 }

describe.skipIf('missing' in found)(`The mailbox ${suite}`, () => {
  let dovecot: Awaited<ReturnType<typeof startDovecot>>
  let line: Awaited<ReturnType<typeof startLine>>
  const undo: Array<() => unknown> = []

  beforeEach(async () => {
    dovecot = await startDovecot('program' in found ? found.program : '')
    line = await startLine(dovecot.port)
    setMailbox(line.url)
    undo.push(
      () => setMailbox(null),
      () => dovecot.stop(),
      () => line.stop(),
    )
  })
  afterEach(async () => {
    for (const step of undo.splice(0).reverse()) await step()
  })

  const letter = (n: number) =>
    writtenMail({
      from: `reporter${n}@example.net`,
      id: `letter-${n}@example.net`,
      subject: `Letter ${n}`,
      body: `${wholeText}Letter ${n}.`,
    })
  const deliver = (from: number, to: number) => {
    for (let n = from; n < to; n++) dovecot.deliver(letter(n))
  }
  const count = async (
    table: typeof reports | typeof incomingMails | typeof outgoingMails | typeof messages,
  ) => (await (await testDatabase()).db.select({ id: table.id }).from(table)).length
  const untilReports = (many: number, patiently = patience) =>
    vi.waitFor(
      async () => expect([await count(reports), dovecot.flags().seen]).toEqual([many, many]),
      patiently,
    )

  describe('with a worker', () => {
    beforeEach(async () => {
      await resetDatabase()
      await giveAddresses(await addProject(), 'security@marmotte.test')
    })
    const startOne = async (id: string) => {
      const worker = startWorker({ database: await testDatabase(), id })
      undo.push(() => worker.stop())
      return worker
    }

    it('is read from the beginning, and as mail comes in; each message is marked as seen', async () => {
      deliver(0, 3)
      await startOne('one')
      await untilReports(3)
      const begun = performance.now()
      dovecot.deliver(letter(3))
      await untilReports(4)
      // Told by the server: far sooner than the next time we would have looked.
      expect(performance.now() - begun).toBeLessThan(30_000)
      await vi.waitFor(async () => expect((await health()).checks.mailbox).toBe(true), patience)
    })

    it('loses nothing when the line breaks or the server is stopped, and doubles nothing', async () => {
      await startOne('one')
      deliver(0, 2)
      await untilReports(2)
      line.cut()
      deliver(2, 4)
      await untilReports(4)
      await dovecot.restart()
      deliver(4, 6)
      await untilReports(6)
      expect(await count(incomingMails)).toBe(6)
    })

    it('says in its health that it is away', async () => {
      setMailbox('imap://desk:wrong@127.0.0.1:9/INBOX')
      await startOne('one')
      await vi.waitFor(async () => {
        const { rows } = await (await testDatabase()).db.execute('select is_connected from mailbox_watches')
        expect(rows).toEqual([{ is_connected: false }])
      }, patience)
      expect((await health()).checks).toMatchObject({ mailbox: false })
    })

    it('is taken in once by two workers', async () => {
      deliver(0, 20)
      await startOne('one')
      await startOne('two')
      await vi.waitFor(async () => expect(await count(reports)).toBe(20), patience)
      deliver(20, 30)
      await untilReports(30)
      expect(await count(incomingMails)).toBe(30)
    })

    it('also gives what a person read in a mail program before us', async () => {
      await startOne('one')
      deliver(0, 1)
      await untilReports(1)
      dovecot.deliver(letter(1), { isSeen: true })
      await untilReports(2)
    })

    it('doubles nothing when it is restored under other numbers', async () => {
      const worker = await startOne('one')
      deliver(0, 5)
      await untilReports(5)
      await worker.stop()
      await dovecot.forget()
      expect(dovecot.flags().seen).toBe(0)
      dovecot.deliver(letter(5))
      await startOne('two')
      await untilReports(6)
      expect(await count(incomingMails)).toBe(6)
    })

    it('brings an answer to our receipt into the conversation', async () => {
      const sink = await startSmtpServer()
      undo.push(sink.stop, () => setMailServer(null))
      setMailServer(sink.url)
      await startOne('one')
      deliver(0, 1)
      const receipt = await vi.waitFor(() => {
        const mail = sink.received.find(({ to }) => to.includes('reporter0@example.net'))
        expect(mail).toBeDefined()
        return mail!.message.replace(/\r\n[ \t]+/g, ' ')
      }, patience)
      expect(receipt).toMatch(/^In-Reply-To: <letter-0@example\.net>\r$/m)
      expect(receipt).toMatch(/^Auto-Submitted: auto-replied\r$/m)
      const replyTo = /^Reply-To: (\S+)\r$/m.exec(receipt)?.[1] ?? ''
      dovecot.deliver(writtenMail({ from: 'reporter0@example.net', to: replyTo, body: 'One thing more.' }))
      await vi.waitFor(async () => expect(await count(messages)).toBe(1), patience)
      expect(await count(reports)).toBe(1)
    })
  })

  describe('with a process that is killed', () => {
    let config: DatabaseConfig
    let variables: Record<string, string>

    beforeEach(async () => {
      const own = await ownDatabase()
      undo.push(own.remove)
      ;({ config, variables } = own)
      const database = await connectDatabase(config)
      await migrate(database)
      await prepareJobs(database)
      setTestDatabase(database)
      await giveAddresses(await addProject(), 'security@marmotte.test')
      setTestDatabase(null)
      await database.close()
    })

    async function startKillable() {
      const child = startChild('work-until-killed.ts', JSON.stringify(variables), '0')
      expect(await child.nextLine()).toBe('working')
      return child
    }

    async function restarted() {
      const database = await connectDatabase(config)
      setTestDatabase(database)
      undo.push(
        () => database.close(),
        () => setTestDatabase(null),
      )
      const worker = startWorker({ database, id: 'restarted' })
      undo.push(() => worker.stop())
    }

    it('between fetching and storing, and between storing and marking, loses nothing and doubles nothing', async () => {
      deliver(0, 12)
      const first = await startKillable()
      await new Promise<void>((resolve) => {
        line.listen({
          answer: (words) => {
            if (words.includes('Subject: Letter 4')) void first.kill().then(resolve)
          },
        })
      })
      const afterFirst = dovecot.flags().seen
      expect(afterFirst).toBeLessThan(12)

      const second = await startKillable()
      await new Promise<void>((resolve) => {
        let marked = 0
        line.listen({
          command: (words) => {
            if (!/UID STORE/i.test(words)) return
            marked += 1
            if (marked < 3) return
            void second.kill().then(resolve)
            return 'swallow'
          },
        })
      })
      line.listen({})
      expect(dovecot.flags().seen).toBeLessThan(12)

      await restarted()
      advanceClock(10 * minuteMs)
      await untilReports(12, patienceAfterKill)
      expect(await count(incomingMails)).toBe(12)
      const { db } = await testDatabase()
      // A report is answered a moment after it is filed, and that of the killed process when it is taken up again.
      await vi.waitFor(async () => {
        const answers = await db.select({ occasion: outgoingMails.occasion }).from(outgoingMails)
        expect(answers.filter(({ occasion }) => occasion.startsWith('incoming-received'))).toHaveLength(12)
      }, patienceAfterKill)
    }, 420_000)
  })
})
