import { createMessage, decrypt, encrypt, readKey, readMessage, readPrivateKey } from 'openpgp'
import { beforeEach, describe, expect, it } from 'vitest'
import { attachments, outgoingMails, reports } from '@/db/schema'
import { neutralTitle } from '@/domain/encryption/armored-message'
import { dayMs, toInstant } from '@/lib/instant'
import { askToResend } from '@/server/cases/ask-to-resend'
import { caseView } from '@/server/cases/case-view'
import { splitReport } from '@/server/cases/split-report'
import { respondToReporter, writeToReporter } from '@/server/cases/write-to-reporter'
import { ownReport } from '@/server/reports/own-report'
import { replyAsReporter } from '@/server/reports/reply-as-reporter'
import { submitReport } from '@/server/reports/submit-report'
import { giveKey, takeKeyBack } from '@/server/reports/give-key'
import { advanceClock, setClock } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { readMails } from '@/test/mails'
import { makeKeyPair } from '@/test/openpgp-key'
import { addReport, wholeReport } from '@/test/reporter'
import { addOpenCase, addSampleProject, historyOf } from '@/test/sample-case'
import { anyone, refusalOf, value } from '@/test/team'
import { takeEncrypted } from './attached-message'
import { publishKey, removeKey } from './publish-key'

const { db } = await testDatabase()
beforeEach(resetDatabase)

const encryptedFor = async (armoredKey: string, text = 'A path with two dots reads any file.') =>
  encrypt({
    message: await createMessage({ text }),
    encryptionKeys: await readKey({ armoredKey }),
    date: new Date('2026-06-01'),
  })
const contact = { contactEmail: 'reporter@example.net' }

async function addKeyedProject() {
  const project = await addSampleProject()
  const pair = await makeKeyPair()
  const { fingerprint } = value(
    await publishKey(project.lead, { project: project.slug, key: pair.publicKey }),
  )
  return { ...project, ...pair, fingerprint }
}

const firstReport = async (project: { handler: Parameters<typeof caseView>[0] }, reference: string) =>
  value(await caseView(project.handler, { case: reference })).reports?.[0]

describe('an encrypted report', () => {
  it('is complete without anything in clear but a contact, is kept word for word and sealed', async () => {
    const project = await addKeyedProject()
    const description = (await encryptedFor(project.publicKey)).trim().replaceAll('\r', '')
    const sent = { title: neutralTitle, description, impact: undefined }
    expect(refusalOf(await submitReport(anyone, wholeReport(project, sent)))).toEqual([
      'invalid',
      'contactEmail',
    ])
    // Also while something else of the form is wrong: what it holds is asked for nowhere else.
    expect(refusalOf(await submitReport(anyone, wholeReport(project, { ...sent, title: '' })))).toEqual([
      ...['invalid', 'title', 'contactEmail'],
    ])
    const { reference } = await addReport(project, { ...sent, ...contact })
    const report = await firstReport(project, reference)
    expect(report?.content.description).toBe(description)
    expect(report?.encrypted).toEqual({ addressee: { to: 'current', fingerprint: project.fingerprint } })
    const [row] = await db.select().from(reports)
    expect(Buffer.from(row!.content).includes('BEGIN PGP')).toBe(false)
  })

  it('is refused when it is cut off, and when it holds a private key', async () => {
    const project = await addKeyedProject()
    const whole = await encryptedFor(project.publicKey)
    for (const description of [whole.slice(0, 200), `${whole.slice(0, 200)}\n-----END PGP MESSAGE-----`])
      expect(
        refusalOf(await submitReport(anyone, wholeReport(project, { ...contact, description }))),
      ).toEqual(['invalid', 'description'])
    const leaked = await submitReport(
      anyone,
      wholeReport(project, { ...contact, description: project.privateKey }),
    )
    expect(leaked.ok ? null : leaked.refusal).toMatchObject({
      fields: { description: [expect.stringContaining('private key')] },
    })
    expect(await db.select().from(reports)).toEqual([])
  })

  it('says to the handler before they try that it is for an expired, a removed or an unknown key', async () => {
    const project = await addSampleProject()
    const old = await makeKeyPair(undefined, { days: 729 })
    const { fingerprint } = value(
      await publishKey(project.lead, { project: project.slug, key: old.publicKey }),
    )
    const send = async (key: string) => {
      const description = await encryptedFor(key)
      const { reference } = await addReport(project, { ...contact, description })
      return (await firstReport(project, reference))?.encrypted?.addressee
    }
    expect(await send(old.publicKey)).toEqual({ to: 'current', fingerprint })
    setClock(toInstant('2026-12-31T01:00:00Z'))
    expect(await send(old.publicKey)).toEqual({ to: 'expired', fingerprint })
    const next = await makeKeyPair()
    const { fingerprint: nextPrint } = value(
      await publishKey(project.lead, { project: project.slug, key: next.publicKey }),
    )
    value(await removeKey(project.lead, { project: project.slug, fingerprint: nextPrint }))
    expect(await send(next.publicKey)).toEqual({ to: 'expired', fingerprint: nextPrint })
    expect(await send((await makeKeyPair()).publicKey)).toEqual({ to: 'unknown' })
  })

  it('may be a message attached as a file: it becomes the description, and the title a neutral one', async () => {
    const project = await addKeyedProject()
    const armored = await encryptedFor(project.publicKey)
    const form = new FormData()
    form.set('title', '')
    form.set('description', ' ')
    form.append('attachments', new File(['notes'], 'notes.txt'))
    form.append('attachments', new File([armored], 'report.asc'))
    expect(await takeEncrypted(form, 'description')).toBeNull()
    expect(form.get('title')).toBe(neutralTitle)
    expect(form.get('description')).toContain('BEGIN PGP MESSAGE')
    expect(form.getAll('attachments').map((file) => (file as File).name)).toEqual(['notes.txt'])
    const broken = new FormData()
    broken.append('attachments', new File([armored.slice(0, 200)], 'report.asc'))
    expect(await takeEncrypted(broken, 'description')).toEqual({
      attachments: [expect.stringContaining('cut off')],
    })
  })

  it('shows the handler what each file says it is, whatever its name claims', async () => {
    const project = await addKeyedProject()
    const png = new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82])
    const files = [
      new File([png], 'notes.txt'),
      new File(['just words'], 'picture.png'),
      new File([await encryptedFor(project.publicKey)], 'log.pgp'),
      new File([new Uint8Array([0, 1, 2, 3])], 'raw.bin'),
    ]
    const { reference } = await addReport(project, { attachments: files })
    expect((await firstReport(project, reference))?.files).toMatchObject([
      { name: 'notes.txt', sniffedType: 'image/png' },
      { name: 'picture.png', sniffedType: 'text/plain' },
      { name: 'log.pgp', sniffedType: 'application/pgp-encrypted' },
      { name: 'raw.bin', sniffedType: null },
    ])
    expect(await db.select().from(attachments)).toHaveLength(4)
  })
})

describe('cases.askToResend', () => {
  it('PGP ciphertext to an expired or unknown key, with a plain contact: state "could not decrypt", the reporter is asked to resend, the clock keeps its start.', async () => {
    const project = await addKeyedProject()
    const description = await encryptedFor((await makeKeyPair()).publicKey)
    const { reference, reporter, caseId } = await addReport(project, { ...contact, description })
    const clockOf = async () =>
      value(await ownReport(reporter, {})).clocks.find(({ kind }) => kind === 'acknowledge')
    const before = await clockOf()
    advanceClock(dayMs)
    value(await askToResend(project.handler, { case: reference }))

    expect(await firstReport(project, reference)).toMatchObject({
      encrypted: { addressee: { to: 'unknown' } },
      unreadableSince: '2026-11-21T09:00:00.000Z',
      turn: { waitsFor: 'reporter' },
    })
    const own = value(await ownReport(reporter, {}))
    expect(own.unreadableSince).toBe('2026-11-21T09:00:00.000Z')
    expect(own.messages.at(-1)).toMatchObject({ from: 'desk', kind: 'notice' })
    const mail = (await readMails()).find(({ recipient }) => recipient.address === contact.contactEmail)
    expect(mail?.subject).toContain('could not decrypt what you sent. Please send it again')
    expect(mail?.body).not.toContain('PGP MESSAGE')
    expect(await clockOf()).toMatchObject({
      startedAt: before?.startedAt,
      dueAt: before?.dueAt,
      status: 'running',
    })

    value(await replyAsReporter(reporter, { body: 'In clear then: a path with two dots reads any file.' }))
    const after = value(await ownReport(reporter, {}))
    expect([after.unreadableSince, after.turn.waitsFor]).toEqual([null, 'team'])
    expect((await clockOf())?.startedAt).toBe(before?.startedAt)
    expect(await historyOf(caseId)).toEqual(['report_received', 'could_not_decrypt', 'reporter_replied'])
  })

  it('is written also to whoever wants no mail about news: nothing else can be done about that report', async () => {
    const project = await addKeyedProject()
    const description = await encryptedFor((await makeKeyPair()).publicKey)
    const { reference } = await addReport(project, { ...contact, description, newsByMail: 'no' })
    value(await writeToReporter(project.handler, { case: reference, body: 'Thank you.' }))
    value(await askToResend(project.handler, { case: reference }))
    const mails = (await readMails()).filter(({ recipient }) => recipient.address === contact.contactEmail)
    expect(mails.map(({ subject }) => subject)).toEqual([
      expect.stringContaining('could not decrypt what you sent'),
    ])
  })

  it('asks once, and only where something is encrypted; not for an observer, and not found for a stranger', async () => {
    const project = await addKeyedProject()
    const plain = await addOpenCase(project)
    expect(refusalOf(await askToResend(project.handler, plain.named))).toBe('refused')
    const description = await encryptedFor(project.publicKey)
    const { reference } = await addReport(project, { ...contact, description })
    const named = { case: reference }
    expect(refusalOf(await askToResend(project.observer, named))).toBe('forbidden')
    expect(refusalOf(await askToResend(project.stranger, named))).toBe('not_found')
    value(await askToResend(project.handler, named))
    expect(refusalOf(await askToResend(project.handler, named))).toBe('refused')
  })

  it('counts an encrypted reply as well, and flags whom it is for', async () => {
    const project = await addKeyedProject()
    const { reporter, named } = await addOpenCase(project)
    value(await replyAsReporter(reporter, { body: await encryptedFor(project.publicKey) }))
    const { messages, acts } = value(await caseView(project.handler, named))
    expect(messages.at(-1)?.encrypted).toEqual({
      addressee: { to: 'current', fingerprint: project.fingerprint },
    })
    expect(acts.ask_to_resend).toEqual({ allowed: true })
    const cut = (await encryptedFor(project.publicKey)).slice(0, 200)
    expect(refusalOf(await replyAsReporter(reporter, { body: cut }))).toEqual(['invalid', 'body'])
  })
})

describe('mail to a reporter who gave a key', () => {
  const toReporter = async () =>
    (await readMails()).filter(({ recipient }) => recipient.address === contact.contactEmail)

  it('is encrypted to it and holds the message; after the key was taken back it says nothing again', async () => {
    const project = await addSampleProject()
    const { publicKey } = await makeKeyPair('Reporter <reporter@example.net>')
    const { reporter, named } = await addOpenCase(project)
    expect(refusalOf(await giveKey(reporter, { key: 'none' }))).toEqual(['invalid', 'key'])
    expect(refusalOf(await giveKey(anyone, { key: publicKey }))).toBe('not_found')
    value(await giveKey(reporter, { key: publicKey }))
    value(await writeToReporter(project.handler, { ...named, body: 'The fix comes on Tuesday.' }))
    value(await takeKeyBack(reporter, {}))
    value(await writeToReporter(project.handler, { ...named, body: 'Another word.' }))
    const bodies = (await toReporter()).map(({ body }) => body)
    expect(bodies.filter((body) => body.startsWith('-----BEGIN PGP MESSAGE-----'))).toHaveLength(1)
    expect(bodies.join()).not.toContain('Tuesday')
    expect(bodies.at(-1)).toContain('This mail says no more on purpose.')
  })

  it('says the desk’s own words in the reporter’s language', async () => {
    const project = await addSampleProject()
    const { publicKey, privateKey } = await makeKeyPair('Reporter <reporter@example.net>')
    const { named } = await addOpenCase(project, { language: 'de', reporterKey: publicKey })
    const body = 'Wir haben es nachgestellt.'
    value(await respondToReporter(project.handler, { ...named, body, nextStep: 'Wir beheben es.' }))
    const { data } = await decrypt({
      message: await readMessage({ armoredMessage: (await toReporter()).at(-1)?.body ?? '' }),
      decryptionKeys: await readPrivateKey({ armoredKey: privateKey }),
      date: new Date('2026-12-01'),
    })
    const said = Buffer.from(data.split(/\r?\n\r?\n/)[1] ?? '', 'base64').toString()
    expect(said).toContain('Wie es weitergeht: Wir beheben es.')
    expect(said).not.toContain('What happens next')
  })

  it('may be given with the report, and is sealed', async () => {
    const project = await addSampleProject()
    const { publicKey } = await makeKeyPair('Reporter <reporter@example.net>')
    const { reporter } = await addReport(project, { ...contact, reporterKey: publicKey })
    expect(value(await ownReport(reporter, {})).ownKey).toMatchObject({
      userIds: ['Reporter <reporter@example.net>'],
      isUsable: true,
    })
    const [row] = await db.select().from(reports)
    expect(Buffer.from(row!.openpgpKey!).includes('PUBLIC KEY')).toBe(false)
    const refused = await submitReport(anyone, wholeReport(project, { reporterKey: 'none' }))
    expect(refusalOf(refused)).toEqual(['invalid', 'reporterKey'])
  })
})

describe('splitting an encrypted report', () => {
  it('gives both cases the message as it came, what it was encrypted to, its files and the reporter’s key', async () => {
    const project = await addKeyedProject()
    const own = await makeKeyPair('Robin <robin@example.net>')
    const description = (await encryptedFor(project.publicKey)).trim().replaceAll('\r', '')
    const file = new File([await encryptedFor(project.publicKey, 'proof')], 'proof.txt.asc')
    const { reference, named, reporter } = await addOpenCase(project, {
      title: neutralTitle,
      description,
      impact: undefined,
      reporterKey: own.publicKey,
      attachments: [file],
    })
    const apart = { title: 'The second one', explanation: 'One here, one there.' }
    const second = value(await splitReport(project.handler, { ...named, ...apart }))
    const [first, copy] = [
      await firstReport(project, reference),
      await firstReport(project, second.reference),
    ]
    expect(copy?.content).toEqual(first?.content)
    expect(copy?.encrypted).toEqual({ addressee: { to: 'current', fingerprint: project.fingerprint } })
    expect(copy?.files.map(({ name }) => name)).toEqual(['proof.txt.asc'])
    const both = await db.select().from(reports)
    expect(both).toHaveLength(2)
    for (const { content, openpgpKey } of both) {
      expect(Buffer.from(content).includes('BEGIN PGP')).toBe(false)
      expect(openpgpKey).not.toBeNull()
    }
    expect(value(await ownReport(reporter, {})).ownKey).not.toBeNull()
    const mails = (await db.select().from(outgoingMails)).filter(({ occasion }) =>
      occasion.startsWith('split'),
    )
    expect(mails.map(({ isEncrypted }) => isEncrypted)).toEqual([true])
  })

  it('one that could not be decrypted waits for its reporter in the first case; both keep the start of their clocks', async () => {
    const project = await addKeyedProject()
    const stranger = await makeKeyPair('Nobody <nobody@example.net>')
    const description = await encryptedFor(stranger.publicKey)
    const { named, reference } = await addOpenCase(project, { title: neutralTitle, description })
    value(await askToResend(project.handler, named))
    const apart = { title: 'The second one', explanation: 'One here, one there.' }
    const second = value(await splitReport(project.handler, { ...named, ...apart }))
    const views = await Promise.all(
      [reference, second.reference].map(async (one) => value(await caseView(project.handler, { case: one }))),
    )
    expect(views[1]?.receivedAt).toBe(views[0]?.receivedAt)
    expect(views[1]?.reports?.[0]?.encrypted).toEqual(views[0]?.reports?.[0]?.encrypted)
    const starts = views.map(({ clocks }) => clocks.map(({ kind, dueAt }) => [kind, dueAt]))
    expect(starts[1]).toEqual(starts[0])
    const paused = views.map(({ clocks }) => clocks.filter(({ status }) => status === 'paused').length)
    expect(paused).toEqual([2, 0])
  })
})
