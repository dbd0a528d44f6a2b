import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { attachments, cases, incomingMails, outgoingMails, reports } from '@/db/schema'
import { titlePlace } from '@/server/cases/case-title'
import { reportContent } from '@/server/reports/report-content'
import { vault } from '@/server/kernel/vault'
import { awkwardMails } from '@/test/awkward-mails'
import { resetDatabase, testDatabase } from '@/test/database'
import { dumpDatabase, tablesHolding } from '@/test/dump'
import { giveAddresses, incomingRow, receive, storeMessage, take } from '@/test/mail-in'
import { writtenMail } from '@/test/written-mail'
import { addProject } from '@/test/team'

const { db } = await testDatabase()

const emptyDesk = async () => {
  await resetDatabase()
  await giveAddresses(await addProject(), 'security@marmotte.test')
}
beforeEach(emptyDesk)

/** Reading the first mail loads every charset and rule there is; no mail is to be blamed for that. */
beforeAll(async () => {
  await emptyDesk()
  await receive(writtenMail())
})

const longestMs = 1000
const tries = 3

/** Stores a mail and takes it; `tookMs` is of the processor's time: how long another process lets this one wait says nothing about a mail. */
async function timedTake(raw: Buffer) {
  const mailId = (await storeMessage(raw)) ?? ''
  const begun = process.cpuUsage()
  await take(mailId)
  const { user, system } = process.cpuUsage(begun)
  return { mailId, tookMs: (user + system) / 1000 }
}

/** A mail that is slow is slow each time; a machine that falters for a moment is not, so it is taken again before it is blamed. */
async function takenWithin(raw: Buffer) {
  let taken = await timedTake(raw)
  for (let again = 1; again < tries && taken.tookMs >= longestMs; again++) {
    await emptyDesk()
    taken = await timedTake(raw)
  }
  return taken
}

async function reportOf(reportId: string) {
  const [row] = await db
    .select()
    .from(reports)
    .innerJoin(cases, eq(cases.id, reports.caseId))
    .where(eq(reports.id, reportId))
  if (!row) throw new Error('The report is not there.')
  const opened = vault().openCaseKey(row.cases.id, row.cases.wrappedKey)
  const files = await db.select().from(attachments).where(eq(attachments.reportId, reportId))
  return {
    channel: row.reports.channel,
    title: opened.open(titlePlace(row.cases.id), row.cases.title),
    description: reportContent(opened, row.reports).description,
    files: files.length,
  }
}

describe('Awkward mail', () => {
  it('is of at least sixty kinds, each named once', () => {
    expect(awkwardMails.length).toBeGreaterThanOrEqual(60)
    expect(new Set(awkwardMails.map(({ name }) => name)).size).toBe(awkwardMails.length)
  })

  it.each(awkwardMails.map((mail) => [mail.name, mail] as const))(
    'is neither lost nor slow: %s',
    async (_name, mail) => {
      const { mailId, tookMs } = await takenWithin(mail.raw)
      const row = await incomingRow(mailId)
      expect([row.state, row.reason]).toEqual([mail.becomes, mail.reason ?? null])
      expect(row.rawBytes.equals(mail.raw)).toBe(true)
      expect(tookMs).toBeLessThan(longestMs)
      const sent = await db.select({ occasion: outgoingMails.occasion }).from(outgoingMails)
      const answers = sent.filter(({ occasion }) => occasion.startsWith('incoming-'))
      if (row.state === 'ignored') expect(answers).toEqual([])
      if (row.state !== 'report') return
      const filed = await reportOf(row.reportId ?? '')
      expect(filed.channel).toBe('email')
      if (mail.says !== undefined) expect(filed.description).toContain(mail.says)
      if (mail.hides !== undefined) expect(filed.description).not.toContain(mail.hides)
      if (mail.title !== undefined) expect(filed.title).toBe(mail.title)
      if (mail.files !== undefined) expect(filed.files).toBe(mail.files)
      if (mail.isEncrypted !== undefined) expect(row.isEncrypted).toBe(mail.isEncrypted)
    },
  )

  it('is all stored when it comes at once, and the same mail twice is one', async () => {
    for (const { raw } of awkwardMails) await storeMessage(raw)
    for (const { raw } of awkwardMails) expect(await storeMessage(raw)).toBeNull()
    expect(await db.select({ id: incomingMails.id }).from(incomingMails)).toHaveLength(awkwardMails.length)
  })

  it('shows nothing of itself in a dump of the database', async () => {
    const words = { subject: 'markersubject7f3a', body: 'markerbody7f3a', name: 'markername7f3a' }
    const body = `${words.body} is what this whole report is about, and it has enough words to be complete.`
    await receive(
      writtenMail({ subject: words.subject, from: `${words.name} <marker7f3a@example.net>`, body }),
    )
    const dump = await dumpDatabase(db)
    for (const word of [...Object.values(words), 'marker7f3a@example.net'])
      expect(tablesHolding(dump, word), word).toEqual([])
  })
})
