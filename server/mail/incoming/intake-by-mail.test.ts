import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cases, reports } from '@/db/schema'
import { defaultTerms } from '@/domain/policies/default-terms'
import { jobActor } from '@/server/auth/job-actor'
import { reporterOf } from '@/server/auth/receipt-cookie'
import { caseQueue } from '@/server/cases/case-queue'
import { releaseHeld } from '@/server/cases/release-held'
import { changePolicy } from '@/server/policies/change-policy'
import { changeIntake } from '@/server/projects/change-intake'
import { intakeSettings } from '@/server/projects/intake-settings'
import { renewReceipt } from '@/server/reporters/renew-receipt'
import { welcomeReport } from '@/server/reports/welcome-report'
import { resetDatabase, testDatabase } from '@/test/database'
import { giveAddresses, incomingRow, receive, setMailbox, take } from '@/test/mail-in'
import { readMails } from '@/test/mails'
import { addReport } from '@/test/reporter'
import { addProject, anyone, value } from '@/test/team'
import { writtenMail } from '@/test/written-mail'
import { takeAsReport } from './read-again'

const { db } = await testDatabase()
let project: Awaited<ReturnType<typeof addProject>>

const channels = {
  mail: ['security@marmotte.test', 'elsewhere@example.org'],
  plainContact: null,
  encryptionKeyUrl: null,
}

beforeEach(async () => {
  await resetDatabase()
  setMailbox('imap://desk:secret@localhost/INBOX')
  project = await addProject()
  await giveAddresses(project, 'security@marmotte.test')
  const terms = { ...defaultTerms, channels }
  value(await changePolicy(project.owner, { project: project.slug, basedOn: 1, terms }))
})
afterEach(() => setMailbox(null))

async function setIntake(more: object): Promise<void> {
  const { project: stands } = value(await intakeSettings(project.owner, { project: project.slug }))
  const intake = { project: project.slug, version: stands.version, floodAbove: 30, ...more }
  value(await changeIntake(project.lead, intake))
}

/** What senders were answered; the owners are told of held mail as well. */
const answersSent = async () => (await readMails()).filter(({ occasion }) => occasion.startsWith('incoming-'))

describe('while a project takes no reports', () => {
  it('a mail is held, and its sender is told once where to write instead', async () => {
    await setIntake({ isPaused: 'on', pauseNotice: 'We move house until Monday.' })
    expect(await receive(writtenMail())).toMatchObject({ state: 'held', reason: 'paused', caseId: null })
    const again = await receive(writtenMail({ subject: 'And another' }))
    expect(again).toMatchObject({ state: 'held', reason: 'paused', answeredAt: null })
    const sent = await answersSent()
    expect(sent).toHaveLength(1)
    expect(sent[0]).toMatchObject({
      recipient: { address: 'rita@example.net' },
      subject: 'Marmotte takes no reports just now',
    })
    expect(sent[0]?.body).toContain('We move house until Monday.')
    expect(sent[0]?.body).toContain('Report it this way instead: elsewhere@example.org\n')
    await receive(writtenMail({ from: 'Other <other@example.net>' }))
    expect(await answersSent()).toHaveLength(2)
    expect(await db.select().from(reports)).toEqual([])
  })

  it('an owner takes it as a report all the same, and answers still reach their case', async () => {
    const earlier = await addReport(project, { contactEmail: 'rita@example.net' })
    await setIntake({ isPaused: 'on', pauseNotice: 'Away.' })
    const mail = await receive(writtenMail())
    value(await takeAsReport(project.owner, { mailId: mail.id }))
    await take(mail.id)
    expect(await incomingRow(mail.id)).toMatchObject({ state: 'report' })
    expect(await db.select().from(reports)).toHaveLength(2)
    expect(earlier.isHeld).toBe(false)
  })

  it('the next pause is told again', async () => {
    await setIntake({ isPaused: 'on', pauseNotice: 'Away.' })
    await receive(writtenMail())
    await setIntake({})
    expect(await receive(writtenMail())).toMatchObject({ state: 'report' })
  })
})

describe('while a project is under attack', () => {
  const heldMail = async () => {
    await setIntake({ isUnderAttack: 'on' })
    const mail = await receive(writtenMail())
    const [row] = await db.select().from(cases)
    return { mail, held: row! }
  }

  it('a mail, which solves no challenge, becomes a held report: its sender is not mailed', async () => {
    const { mail, held } = await heldMail()
    expect(mail).toMatchObject({ state: 'report', answeredAt: null })
    expect(held.isHeld).toBe(true)
    expect((await readMails()).map(({ recipient }) => recipient.name)).toEqual([project.lead.name])
    const { cases: rows } = value(await caseQueue(project.handler, { view: 'held' }))
    expect(rows.map(({ reference }) => reference)).toEqual([held.reference])
  })

  it('once released its sender gets a link that makes the first receipt', async () => {
    const { mail, held } = await heldMail()
    value(await releaseHeld(project.handler, { case: held.reference }))
    const named = { case: held.reference, report: mail.reportId! }
    value(await welcomeReport(jobActor('cases.welcome'), named))
    value(await welcomeReport(jobActor('cases.welcome'), named))
    const toSender = (await readMails()).filter(({ recipient }) => recipient.address === 'rita@example.net')
    expect(toSender).toHaveLength(1)
    const [, token = ''] = /new-receipt\/([\w-]+)/.exec(toSender[0]?.body ?? '') ?? []
    const renewed = value(await renewReceipt(anyone, { token }))
    expect(await reporterOf(renewed.receipt)).toMatchObject({ reportId: mail.reportId })
  })

  it('what an owner takes as a report is not held', async () => {
    await setIntake({ isUnderAttack: 'on' })
    const mail = await receive(writtenMail({ headers: ['List-Id: <x.test>'] }))
    value(await takeAsReport(project.owner, { mailId: mail.id }))
    await take(mail.id)
    const { caseId } = await incomingRow(mail.id)
    const [row] = await db.select().from(cases).where(eq(cases.id, caseId!))
    expect(row?.isHeld).toBe(false)
  })
})
