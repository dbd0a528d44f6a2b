import { afterEach, expect, it, vi } from 'vitest'
import { connectDatabase, holdDatabase } from '@/db/connection'
import { outgoingMails } from '@/db/schema'
import { startWorker } from '@/server/jobs/worker'
import { minuteMs } from '@/lib/instant'
import { startChild } from '@/test/child'
import { advanceClock } from '@/test/clock'
import { testDatabase } from '@/test/database'
import { ownDatabase } from '@/test/own-database'
import { startSmtpServer, setMailServer } from '@/test/smtp-server'
import { outcomeUnknown } from './delivery'
import { recipientOf } from './mail-text'

const patience = { timeout: 60_000, interval: 50 }
const mailCount = 24
const undo: Array<() => unknown> = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

/** A mail server that stops answering after six mails, at the worst moment: it has the mail, and the sender does not know. */
async function serverThatFallsSilent() {
  const accepted: string[] = []
  let release = () => {}
  const released = new Promise<void>((resolve) => (release = resolve))
  const { url, stop } = await startSmtpServer({
    message: async (mail) => {
      accepted.push(...mail.to)
      if (accepted.length > 6) await released
    },
  })
  undo.push(stop, release)
  return { url, accepted, release }
}

it('after kill -9 amid a batch nobody gets a mail twice, and whoever got none gets theirs after the restart', async () => {
  const { config, variables, remove } = await ownDatabase()
  undo.push(remove)
  const { url, accepted, release } = await serverThatFallsSilent()
  setMailServer(url)
  undo.push(() => setMailServer(null))

  const { SMTP_URL, MAIL_FROM } = process.env
  const told = JSON.stringify({ ...variables, SMTP_URL, MAIL_FROM })
  const child = startChild('work-until-killed.ts', told, String(mailCount))
  expect(await child.nextLine()).toBe('working')
  await vi.waitFor(() => expect(accepted.length).toBeGreaterThan(6), patience)
  await child.kill()
  const acceptedBefore = [...accepted]
  expect(acceptedBefore.length).toBeLessThan(mailCount)
  release()

  const database = await connectDatabase(config)
  holdDatabase(database)
  undo.push(testDatabase, () => database.close())
  const worker = startWorker({ database, id: 'restarted' })
  undo.push(() => worker.stop())
  const rows = () => database.db.select().from(outgoingMails)
  const countOf = async (...states: string[]) =>
    (await rows()).filter(({ state }) => states.includes(state)).length

  // What was never begun goes out at once; what the dead worker had begun is looked after when its time is up.
  await vi.waitFor(async () => expect(await countOf('queued')).toBe(0), patience)
  advanceClock(5 * minuteMs)
  await vi.waitFor(async () => expect(await countOf('sent', 'failed')).toBe(mailCount), patience)

  const everybody = Array.from({ length: mailCount }, (_, n) => `reader${n}@example.test`)
  const unsure = (await rows()).filter(({ state }) => state === 'failed')
  expect(new Set(accepted).size).toBe(accepted.length)
  expect(unsure.length).toBeGreaterThan(0)
  // Those that were being handed over when the worker died wait for a person; they may have arrived, and some did.
  const shownAsUnsure = unsure.map((mail) => recipientOf(mail).address)
  expect(
    everybody.filter((address) => !accepted.includes(address) && !shownAsUnsure.includes(address)),
  ).toEqual([])
  expect(accepted.slice(acceptedBefore.length).filter((address) => shownAsUnsure.includes(address))).toEqual(
    [],
  )
  for (const mail of unsure) expect(mail.lastError).toBe(outcomeUnknown)
}, 180_000)
