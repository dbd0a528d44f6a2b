import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cases, incomingMails, messages, outgoingMails, reports } from '@/db/schema'
import { choosableKinds } from '@/domain/notifications/choosable-kinds'
import { hourMs, plusMs } from '@/lib/instant'
import { jobActor } from '@/server/auth/job-actor'
import { reporterOf } from '@/server/auth/receipt-cookie'
import { askToResend } from '@/server/cases/ask-to-resend'
import { bodyPlace } from '@/server/cases/store-message'
import { caseMail } from '@/server/cases/case-mail'
import { caseView } from '@/server/cases/case-view'
import { writeToReporter } from '@/server/cases/write-to-reporter'
import { now } from '@/server/kernel/clock'
import { vault } from '@/server/kernel/vault'
import { chooseNotifications } from '@/server/notifications/choices'
import { markMailRead } from '@/server/notifications/mark-read'
import { ownNotifications, unreadNotifications } from '@/server/notifications/own-notifications'
import { reportContent } from '@/server/reports/report-content'
import { welcomeReport } from '@/server/reports/welcome-report'
import { advanceClock, testStart } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { giveAddresses, incomingRow, receive, setMailbox, storeMessage, take } from '@/test/mail-in'
import { wholeText, writtenMail } from '@/test/written-mail'
import { readMails } from '@/test/mails'
import { addReport } from '@/test/reporter'
import { addProject, value } from '@/test/team'
import { claimMail } from '../claim-mail'
import { retryMail } from '../retry-mail'
import { beginIncoming } from './begin-incoming'
import { incomingList } from './incoming-list'
import { incomingFile, incomingMail } from './incoming-mail'
import { readAgain, takeAsReport } from './read-again'
import { sweepIncoming } from './sweep-incoming'

const { db } = await testDatabase()
let project: Awaited<ReturnType<typeof addProject>>

beforeEach(async () => {
  await resetDatabase()
  setMailbox('imap://desk:secret@localhost/INBOX')
  process.env.SMTP_URL = 'smtp://127.0.0.1:9'
  process.env.MAIL_FROM = 'Desk <desk@desk.test>'
  project = await addProject()
  await giveAddresses(project, 'security@marmotte.test')
})
afterEach(() => {
  delete process.env.SMTP_URL
  delete process.env.MAIL_FROM
  setMailbox(null)
})

const outgoing = () => db.select().from(outgoingMails).orderBy(outgoingMails.createdAt)

/** Where the mail of that occasion asks to be answered, and under which id it goes. */
async function envelopeOf(occasion: string) {
  const mail = (await outgoing()).find((one) => one.occasion.startsWith(occasion))
  if (!mail) throw new Error(`No mail ${occasion}`)
  const claimed = value(await claimMail(jobActor('mail.send'), { mailId: mail.id }))
  return { id: mail.id, replyTo: claimed?.replyTo ?? '', inReplyTo: claimed?.inReplyTo ?? null }
}

async function conversation(caseId: string) {
  const [row] = await db.select().from(cases).where(eq(cases.id, caseId))
  const opened = vault().openCaseKey(caseId, row!.wrappedKey)
  const rows = await db.select().from(messages).where(eq(messages.caseId, caseId)).orderBy(messages.sentAt)
  return rows.map(({ id, kind, body }) => ({ kind, body: opened.open(bodyPlace(id), body) }))
}

const mailsTo = async (address: string) =>
  (await readMails()).filter(({ recipient }) => recipient.address === address)

async function describedBy(reportId: string) {
  const [row] = await db
    .select()
    .from(reports)
    .innerJoin(cases, eq(cases.id, reports.caseId))
    .where(eq(reports.id, reportId))
  return reportContent(vault().openCaseKey(row!.cases.id, row!.cases.wrappedKey), row!.reports).description
}

describe('A mail to a project', () => {
  it('becomes a report, and its sender gets the receipt that opens it', async () => {
    const mail = await receive(writtenMail({ id: 'first@example.net' }))
    expect(mail).toMatchObject({ state: 'report', address: 'security@marmotte.test', projectId: project.id })
    const [answer] = await readMails()
    expect(answer).toMatchObject({ recipient: { address: 'rita@example.net', name: 'Rita Reporter' } })
    const receipt = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){7}/.exec(answer?.body ?? '')?.[0] ?? ''
    expect(await reporterOf(receipt)).toEqual({ kind: 'reporter', reportId: mail.reportId })
    expect(answer?.body).not.toContain('token')
    expect((await envelopeOf('incoming-received')).inReplyTo).toBe('first@example.net')
  })

  it('is greeted by mail once: the handlers are told, the reporter is not told twice', async () => {
    const mail = await receive(writtenMail())
    value(
      await welcomeReport(jobActor('cases.welcome'), {
        case: mail.caseId ?? '',
        report: mail.reportId ?? '',
      }),
    )
    expect(
      (await readMails())
        .map(({ recipient }) => recipient.address)
        .filter((one) => one === 'rita@example.net'),
    ).toHaveLength(1)
  })

  it('is one report, however often and by however many it is taken', async () => {
    const raw = writtenMail()
    const mailId = (await storeMessage(raw)) ?? ''
    await Promise.all([take(mailId), take(mailId), take(mailId)])
    await take(mailId)
    expect(await storeMessage(raw)).toBeNull()
    expect(await db.select().from(reports)).toHaveLength(1)
    expect(await outgoing()).toHaveLength(1)
  })

  it('is one report when the worker was killed after filing it and before saying so', async () => {
    const mailId = (await storeMessage(writtenMail())) ?? ''
    await take(mailId)
    await db.delete(outgoingMails)
    await db.update(incomingMails).set({ state: 'waiting', reportId: null, caseId: null, answeredAt: null })
    await take(mailId)
    expect(await db.select().from(reports)).toHaveLength(1)
    expect(await incomingRow(mailId)).toMatchObject({ state: 'report' })
    expect(await outgoing()).toHaveLength(1)
  })

  it('goes to the project whose address it names', async () => {
    const other = await addProject('Pedro', 'PED')
    await giveAddresses(other, 'security@pedro.test', 'bugs@pedro.test')
    expect(await receive(writtenMail({ to: 'bugs@pedro.test' }))).toMatchObject({ projectId: other.id })
  })

  it('is read by the sweep when its job was lost', async () => {
    const mailId = await storeMessage(writtenMail())
    await db.execute('delete from pgboss.job')
    value(await sweepIncoming(jobActor('incoming.sweep'), {}))
    value(await sweepIncoming(jobActor('incoming.sweep'), {}))
    const { rows } = await db.execute("select data from pgboss.job where name = 'incoming.take'")
    expect(rows).toEqual([{ data: { mailId } }])
  })
})

describe('An answer', () => {
  const answered = async () => {
    const report = await addReport(project, { contactEmail: 'rita@example.net' })
    value(await writeToReporter(project.handler, { case: report.reference, body: 'Which version?' }))
    return { ...report, sent: await envelopeOf('message:') }
  }

  it('threads into the conversation by the token in the address, without what it quotes', async () => {
    const { sent, caseId } = await answered()
    expect(sent.replyTo).toMatch(/^security\+[0-9a-z]{26}@marmotte\.test$/)
    const body =
      'Version 2.\r\n\r\nOn Fri, 20 Nov 2026 at 9:00, Desk <desk@desk.test> wrote:\r\n> Read it.\r\n'
    const mail = await receive(
      writtenMail({ to: sent.replyTo.toUpperCase(), from: 'Other <other@example.net>', body }),
    )
    expect(mail).toMatchObject({ state: 'reply', caseId })
    expect((await conversation(caseId)).at(-1)).toEqual({
      kind: 'reply',
      body: 'Version 2.\n\n[Quoted lines are left out. The mail itself is kept whole.]',
    })
    expect(mail.rawBytes.toString()).toContain('> Read it.')
    expect(await db.select().from(reports)).toHaveLength(1)
  })

  it.each(['In-Reply-To', 'References'])(
    'threads by what it answers (%s), when the reporter sent it',
    async (header) => {
      setMailbox('imap://desk:secret@localhost/INBOX', { plusAddresses: false })
      const { sent, caseId } = await answered()
      expect(sent.replyTo).toBe('security@marmotte.test')
      const headers = [`${header}: <${sent.id}@desk.test>`]
      expect(await receive(writtenMail({ headers, body: 'Version 2.' }))).toMatchObject({
        state: 'reply',
        caseId,
      })
    },
  )

  it('of somebody else to the same mail is a report of its own', async () => {
    const { sent, caseId } = await answered()
    const headers = [`In-Reply-To: <${sent.id}@desk.test>`]
    const mail = await receive(writtenMail({ headers, from: 'mallory@example.net' }))
    expect(mail.state).toBe('report')
    expect(mail.caseId).not.toBe(caseId)
  })

  it('is one message, however often and by however many it is taken', async () => {
    const { sent, caseId } = await answered()
    const mailId = (await storeMessage(writtenMail({ to: sent.replyTo, body: 'Version 2.' }))) ?? ''
    await Promise.all([take(mailId), take(mailId)])
    await db.update(incomingMails).set({ state: 'waiting', reportId: null, caseId: null })
    await take(mailId)
    // Both are of the same instant, so that either may come first.
    expect((await conversation(caseId)).map(({ kind }) => kind).toSorted()).toEqual(['message', 'reply'])
  })

  it('is never answered by the desk itself', async () => {
    const { sent } = await answered()
    const before = (await outgoing()).length
    await receive(writtenMail({ to: sent.replyTo, body: 'Version 2.' }))
    const after = (await readMails()).slice(before)
    expect(after.filter(({ recipient }) => recipient.address === 'rita@example.net')).toEqual([])
  })

  it('that is automatic does not enter the conversation', async () => {
    const { sent, caseId } = await answered()
    const headers = ['Auto-Submitted: auto-replied']
    expect(await receive(writtenMail({ to: sent.replyTo, headers }))).toMatchObject({
      state: 'ignored',
      reason: 'automatic',
    })
    expect(await conversation(caseId)).toHaveLength(1)
  })

  it('of only one file is a message with that file', async () => {
    const { sent, caseId } = await answered()
    const headers = [
      'MIME-Version: 1.0',
      'Content-Type: application/octet-stream; name=poc.bin',
      'Content-Disposition: attachment; filename=poc.bin',
    ]
    expect(await receive(writtenMail({ to: sent.replyTo, headers, body: 'poc' }))).toMatchObject({
      state: 'reply',
      caseId,
    })
  })

  it('keeps every word that we did not write, whatever it looks like', async () => {
    const { sent, caseId } = await answered()
    const said = 'Send this to port 25:\nFrom: a@example.net\nTo: b@example.net\n\nOutput:\n> crash at 0x4141'
    await receive(writtenMail({ to: sent.replyTo, body: said.replaceAll('\n', '\r\n') }))
    expect((await conversation(caseId)).at(-1)).toEqual({ kind: 'reply', body: said })
  })

  it('leaves out what the team wrote to this reporter, also where no heading stands above it', async () => {
    const { sent, caseId } = await answered()
    await receive(writtenMail({ to: sent.replyTo, body: 'Version 2.\r\n\r\n> Which version?\r\n' }))
    expect((await conversation(caseId)).at(-1)?.body).toMatch(/^Version 2\.\n\n\[Quoted lines are left out/)
  })

  const armour = (content: string) =>
    `-----BEGIN PGP MESSAGE-----\r\n\r\n${content}\r\n-----END PGP MESSAGE-----\r\n`

  it('that is broken as an OpenPGP message reaches the team, who can say that they cannot read it', async () => {
    const { sent, caseId, reference, reportId } = await answered()
    const mail = await receive(writtenMail({ to: sent.replyTo, body: armour('bm90aGluZw==') }))
    expect(mail).toMatchObject({ state: 'reply', caseId, isEncrypted: true })
    const [row] = await db.select().from(messages).where(eq(messages.kind, 'reply'))
    expect(row?.encryptedTo).toEqual([])
    value(await askToResend(project.handler, { case: reference, report: reportId }))
    expect((await conversation(caseId)).map(({ kind }) => kind)).toContain('notice')
  })

  it('in clear and encrypted keeps both; one that quotes an encrypted message is not encrypted', async () => {
    const { sent, caseId } = await answered()
    const body = `My phone is 0151.\r\n\r\n${armour('bm90aGluZw==')}\r\nAsk before Friday.`
    await receive(writtenMail({ to: sent.replyTo, body }))
    const both = (await conversation(caseId)).at(-1)?.body ?? ''
    expect(both).toMatch(/^My phone is 0151\.\s+Ask before Friday\.\s+-----BEGIN PGP MESSAGE-----\s/)
    const quoted = `> ${armour('bm90aGluZw==').replaceAll('\r\n', '\r\n> ')}\r\nWe cannot open this either.`
    const mail = await receive(writtenMail({ to: sent.replyTo, body: quoted }))
    expect(mail).toMatchObject({ state: 'reply', isEncrypted: false })
  })

  it('stores no token: a dump gives nobody an address to write to', async () => {
    const { sent } = await answered()
    const token = /\+(.*)@/.exec(sent.replyTo)?.[1] ?? 'none'
    const { rows } = await db.execute('select * from reply_addresses')
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows).toLowerCase()).not.toContain(token)
  })
})

describe('A mail that is not complete in itself', () => {
  const onlyLink = 'PoC: https://gist.example/1'

  it('is held, its sender is asked once, and their answer completes it', async () => {
    const first = await receive(writtenMail({ subject: 'Look at this', body: onlyLink }))
    expect(first).toMatchObject({ state: 'held', reason: 'only_link' })
    const asked = await envelopeOf('incoming-missing')
    const [question] = await mailsTo('rita@example.net')
    expect(question?.body).toContain('only holds a link')
    expect(question?.body).not.toContain('gist.example')

    const again = await receive(
      writtenMail({ to: asked.replyTo, body: 'Any entry with two dots leaves its folder.' }),
    )
    expect(again).toMatchObject({ state: 'report' })
    expect(await incomingRow(first.id)).toMatchObject({ state: 'report', caseId: again.caseId })
  })

  it('is not asked for a second time, and is completed by what comes after', async () => {
    const first = await receive(writtenMail({ subject: 'Look at this', body: onlyLink }))
    const asked = await envelopeOf('incoming-missing')
    const link = await receive(writtenMail({ to: asked.replyTo, body: 'https://gist.example/2' }))
    expect(link).toMatchObject({ state: 'held', reason: 'only_link', answeredAt: null })
    const whole = await receive(writtenMail({ to: asked.replyTo, body: wholeText }))
    expect(whole.state).toBe('report')
    const described = await describedBy(whole.reportId ?? '')
    expect(described).toContain('A token for resetting')
    expect(described).toContain('https://gist.example/1')
    expect(described.startsWith(wholeText.trim())).toBe(true)
    expect(await incomingRow(first.id)).toMatchObject({ state: 'report', caseId: whole.caseId })
    // Whoever answers the first answer once more writes into the case.
    expect(await receive(writtenMail({ to: asked.replyTo, body: 'One thing more.' }))).toMatchObject({
      state: 'reply',
      caseId: whole.caseId,
    })
  })

  it('is completed word for word: a report is cut nowhere', async () => {
    await receive(writtenMail({ body: onlyLink }))
    const asked = await envelopeOf('incoming-missing')
    const [question] = (await mailsTo('rita@example.net')).map(({ body }) =>
      body
        .trim()
        .split('\n')
        .map((line) => `> ${line}`),
    )
    const words = `${wholeText}\r\nOn 20 Nov 2026 at 9:00, Desk wrote:\r\n${question?.join('\r\n')}\r\n`
    const whole = await receive(writtenMail({ to: asked.replyTo, body: words }))
    expect(await describedBy(whole.reportId ?? '')).toContain('> Answer this mail, and the two together')
  })

  it('is completed without plus addresses by what the answer answers', async () => {
    setMailbox('imap://desk:secret@localhost/INBOX', { plusAddresses: false })
    const first = await receive(writtenMail({ body: onlyLink }))
    const asked = await envelopeOf('incoming-missing')
    const whole = await receive(writtenMail({ headers: [`In-Reply-To: <${asked.id}@desk.test>`] }))
    expect(whole.state).toBe('report')
    expect(await incomingRow(first.id)).toMatchObject({ state: 'report', caseId: whole.caseId })
  })
})

describe('A sender', () => {
  it('gets at most one automatic answer an hour, and none is lost', async () => {
    for (let n = 0; n < 3; n++) await receive(writtenMail())
    const rows = await db
      .select({ at: incomingMails.answeredAt })
      .from(incomingMails)
      .orderBy(incomingMails.answeredAt)
    expect(rows.map(({ at }) => at)).toEqual([
      testStart,
      plusMs(testStart, hourMs),
      plusMs(testStart, 2 * hourMs),
    ])
    const { rows: timers } = await db.execute("select key from timers where job = 'mail.send'")
    expect(timers).toHaveLength(2)
  })

  it('is not counted by how they write their address', async () => {
    await receive(writtenMail({ from: 'rita@example.net' }))
    const second = await receive(writtenMail({ from: 'RITA@Example.net' }))
    expect(second.answeredAt).toBe(plusMs(testStart, hourMs))
  })

  it('makes no reports without end: what is more than ten in an hour is held, and an owner decides', async () => {
    for (let n = 0; n < 10; n++) await receive(writtenMail())
    const flood = await receive(writtenMail())
    expect(flood).toMatchObject({ state: 'held', reason: 'too_many', answeredAt: null })
    expect(await db.select().from(reports)).toHaveLength(10)
    advanceClock(hourMs + 1)
    expect(await receive(writtenMail())).toMatchObject({ state: 'report' })
    value(await takeAsReport(project.owner, { mailId: flood.id }))
    await take(flood.id)
    expect(await incomingRow(flood.id)).toMatchObject({ state: 'report' })
  })
})

describe('A bounce', () => {
  const bounceOf = (id: string, action = 'failed', status = '5.1.1') => {
    const parts = [
      'Content-Type: text/plain\r\n\r\nSorry.',
      `Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.net\r\n\r\nFinal-Recipient: rfc822; rita@example.net\r\nAction: ${action}\r\nStatus: ${status}`,
      `Content-Type: text/rfc822-headers\r\n\r\nMessage-ID: <${id}@desk.test>`,
    ]
    const headers = [
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=edge',
      'Return-Path: <>',
    ]
    return writtenMail({
      from: 'MAILER-DAEMON@mx.example.net',
      headers,
      body: `${parts.map((part) => `--edge\r\n${part}\r\n`).join('')}--edge--\r\n`,
    })
  }
  const sentMail = async () => {
    await receive(writtenMail())
    const { id } = await envelopeOf('incoming-received')
    await db.update(outgoingMails).set({ state: 'sent', sentAt: now() })
    return id
  }
  const outgoingRow = async (id: string) => (await outgoing()).find((mail) => mail.id === id)

  it('is recorded on the mail that bounced, which can be sent again, and is no report', async () => {
    const id = await sentMail()
    expect(await receive(bounceOf(id))).toMatchObject({ state: 'bounce' })
    expect((await readMails()).some(({ occasion }) => occasion.startsWith('mail_waits'))).toBe(true)
    expect(await outgoingRow(id)).toMatchObject({
      state: 'bounced',
      lastError: 'It came back: it could not be delivered (5.1.1).',
    })
    expect(await db.select().from(reports)).toHaveLength(1)
    value(await retryMail(project.owner, { mailId: id }))
    expect(await outgoingRow(id)).toMatchObject({ state: 'queued', lastError: null })
  })

  it.each(['delayed', 'relayed', 'delivered'])('that only says “%s” changes nothing', async (action) => {
    const id = await sentMail()
    expect(await receive(bounceOf(id, action, '4.4.1'))).toMatchObject({ state: 'ignored', reason: 'notice' })
    expect(await outgoingRow(id)).toMatchObject({ state: 'sent' })
  })
})

describe('Incoming mail, for owners', () => {
  it('lists when, at which address, what became of it, and the case', async () => {
    const mail = await receive(writtenMail())
    await receive(writtenMail({ headers: ['List-Id: <x.test>'] }))
    const { mails } = value(await incomingList(project.owner, {}))
    expect(mails.map(({ state, reason }) => [state, reason]).toSorted()).toEqual([
      ['held', 'bulk'],
      ['report', null],
    ])
    const [row] = await db
      .select({ reference: cases.reference })
      .from(cases)
      .where(eq(cases.id, mail.caseId ?? ''))
    expect(mails.find(({ mailId }) => mailId === mail.id)).toMatchObject({
      address: 'security@marmotte.test',
      project: 'Marmotte',
      sender: { address: 'rita@example.net' },
      reference: row?.reference,
    })
    expect(JSON.stringify(mails)).not.toContain('A token for')
  })

  it('can be read and saved before anybody decides, and is saved by handlers of the case it led to', async () => {
    const raw = writtenMail({ body: `<b>${wholeText}</b>`, headers: ['List-Id: <x.test>'] })
    const mail = await receive(raw)
    const read = value(await incomingMail(project.owner, { mail: mail.id }))
    expect(read).toMatchObject({ canTake: true, sender: { address: 'rita@example.net' } })
    expect(read.text).toContain('<b>A token for resetting')
    const saved = value(await incomingFile(project.owner, { mail: mail.id }))
    expect([Buffer.from(saved.content).equals(raw), saved.name.endsWith('.eml')]).toEqual([true, true])
    for (const actor of [project.lead, project.handler, project.stranger])
      for (const operation of [incomingMail, incomingFile])
        expect(await operation(actor, { mail: mail.id })).toMatchObject({ refusal: { code: 'not_found' } })

    const filed = await receive(writtenMail())
    const other = await addReport(project, { contactEmail: 'rita@example.net' })
    const [row] = await db
      .select()
      .from(cases)
      .where(eq(cases.id, filed.caseId ?? ''))
    const named = { case: row!.reference, mail: filed.id }
    const opened = value(await caseMail(project.handler, named))
    expect(Buffer.from(opened.content).equals(filed.rawBytes)).toBe(true)
    expect(value(await caseView(project.handler, { case: row!.reference })).mails).toMatchObject([
      { id: filed.id },
    ])
    expect(value(await caseView(project.handler, { case: other.reference })).mails).toEqual([])
    for (const elsewhere of [
      { ...named, case: other.reference },
      { ...named, mail: mail.id },
    ])
      expect(await caseMail(project.handler, elsewhere)).toMatchObject({ refusal: { code: 'not_found' } })
    expect(await caseMail(project.stranger, named)).toMatchObject({ refusal: { code: 'not_found' } })
    expect((await caseMail(project.observer, named)).ok).toBe(false)
    expect(value(await caseView(project.observer, { case: row!.reference })).mails).toEqual([])
  })

  it('goes back page by page', async () => {
    for (let n = 0; n < 60; n++) await storeMessage(writtenMail())
    const first = value(await incomingList(project.owner, {}))
    const second = value(await incomingList(project.owner, { after: first.next ?? undefined }))
    const seen = [...first.mails, ...second.mails].map(({ mailId }) => mailId)
    expect([new Set(seen).size, first.mails.length, second.next]).toEqual([60, 50, null])
  })

  it('is not there for others', async () => {
    const { id } = await receive(writtenMail({ body: '' }))
    for (const actor of [project.lead, project.handler, project.stranger, { kind: 'anyone' } as const]) {
      expect(await incomingList(actor, {})).toMatchObject({ refusal: { code: 'not_found' } })
      expect(await takeAsReport(actor, { mailId: id })).toMatchObject({ refusal: { code: 'not_found' } })
    }
    expect(await incomingRow(id)).toMatchObject({ state: 'held' })
  })

  it('lets a mailing list’s mail be taken as a report, which nobody answers by itself', async () => {
    const mail = await receive(writtenMail({ headers: ['List-Id: <x.test>'] }))
    value(await takeAsReport(project.owner, { mailId: mail.id }))
    expect(await takeAsReport(project.owner, { mailId: mail.id })).toMatchObject({
      refusal: { code: 'refused' },
    })
    await take(mail.id)
    expect(await incomingRow(mail.id)).toMatchObject({ state: 'report', answeredAt: null })
    expect(await mailsTo('rita@example.net')).toEqual([])
  })

  it('lets a mail that failed be taken as a report as well', async () => {
    const mailId = (await storeMessage(writtenMail())) ?? ''
    for (let n = 0; n < 6; n++) await beginIncoming(jobActor('incoming.take'), { mailId })
    const { mails } = value(await incomingList(project.owner, {}))
    expect(mails[0]).toMatchObject({ state: 'failed', canRead: true, canTake: true })
    value(await takeAsReport(project.owner, { mailId }))
    await take(mailId)
    expect(await incomingRow(mailId)).toMatchObject({ state: 'report', asReport: true })
  })

  const told = async () =>
    value(await ownNotifications(project.owner, {})).rows.filter(({ kind }) => kind === 'mail_waits')
  const mailsToOwner = async () =>
    (await readMails()).filter(({ occasion }) => occasion.startsWith('mail_waits')).length

  it('tells them once until they have looked that mail is held or failed', async () => {
    await receive(writtenMail({ headers: ['List-Id: <x.test>'] }))
    await receive(writtenMail({ to: 'nobody@nowhere.test' }))
    expect(await told()).toMatchObject([{ path: '/console/incoming', isRead: false }])
    expect(await mailsToOwner()).toBe(1)
    expect(value(await unreadNotifications(project.owner, {}))).toEqual({ unread: 1, waitingMails: 2 })
    expect(value(await unreadNotifications(project.lead, {})).waitingMails).toBe(0)
    value(await markMailRead(project.owner, {}))
    expect(value(await unreadNotifications(project.owner, {}))).toEqual({ unread: 0, waitingMails: 0 })
    advanceClock(1)
    const mailId = (await storeMessage(writtenMail({ to: 'nobody@nowhere.test' }))) ?? ''
    await take(mailId)
    expect((await told()).map(({ isRead }) => isRead).toSorted()).toEqual([false, true])
    expect(value(await unreadNotifications(project.owner, {}))).toEqual({ unread: 1, waitingMails: 1 })
    value(await takeAsReport(project.owner, { mailId }))
    expect(value(await unreadNotifications(project.owner, {})).waitingMails).toBe(0)
    expect(value(await ownNotifications(project.lead, {})).rows).toEqual([])
  })

  it('tells them of what a machine sent of itself, not of its answers nor of what became a report', async () => {
    await receive(writtenMail())
    const headers = ['Auto-Submitted: auto-generated', 'In-Reply-To: <x@desk.test>']
    await receive(writtenMail({ headers }))
    expect(await told()).toEqual([])
    await receive(writtenMail({ headers: ['Auto-Submitted: auto-generated'] }))
    expect(await told()).toHaveLength(1)
  })

  it('tells who wants mail alone once a day', async () => {
    const all = [...choosableKinds]
    const console = all.filter((kind) => kind !== 'mail_waits')
    value(await chooseNotifications(project.owner, { console, mail: all }))
    for (let n = 0; n < 3; n++) await receive(writtenMail({ to: 'nobody@nowhere.test' }))
    expect([await mailsToOwner(), (await told()).length]).toEqual([1, 0])
  })

  it('fails after five attempts that ended their reader, and can be read again', async () => {
    const mailId = (await storeMessage(writtenMail())) ?? ''
    for (let n = 0; n < 6; n++) await beginIncoming(jobActor('incoming.take'), { mailId })
    expect(await incomingRow(mailId)).toMatchObject({ state: 'failed', reason: 'defect' })
    value(await readAgain(project.owner, { mailId }))
    await take(mailId)
    expect(await incomingRow(mailId)).toMatchObject({ state: 'report' })
    expect(await readAgain(project.owner, { mailId })).toMatchObject({ refusal: { code: 'refused' } })
  })
})
