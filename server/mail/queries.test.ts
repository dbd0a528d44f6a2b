import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { events, outgoingMails, projects } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import type { MailState } from '@/domain/mail/mail-state'
import { now } from '@/server/kernel/clock'
import { advanceClock } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { outbox, projectOutbox } from './queries'
import { retryMail } from './retry-mail'
import { sendMail } from './send-mail'

const { db, tx } = await testDatabase()
beforeEach(resetDatabase)

const marmotte = '00000000-0000-4000-8000-0000000000a1'
const pedro = '00000000-0000-4000-8000-0000000000a2'
const person = {
  kind: 'person',
  personId: '00000000-0000-4000-8000-000000000001',
  name: 'Olga',
  cases: {},
} as const
const owner: Actor = { ...person, isOwner: true, roles: {} }
const lead: Actor = { ...person, isOwner: false, roles: { [marmotte]: 'lead' } }
const handler: Actor = { ...person, isOwner: false, roles: { [marmotte]: 'handler' } }
const stranger: Actor = { ...person, isOwner: false, roles: {} }

async function addProjects(): Promise<void> {
  const common = { summary: '', createdAt: now() }
  await db.insert(projects).values([
    { ...common, id: marmotte, slug: 'marmotte', key: 'MAR', name: 'Marmotte' },
    { ...common, id: pedro, slug: 'pedro', key: 'PED', name: 'Pedro' },
  ])
}

async function write(n: number, projectId?: string): Promise<string> {
  const recipient = { name: `Reader ${n}`, address: `reader${n}@example.test` }
  const mail = { occasion: 'news', recipient, subject: `News ${n}`, body: 'A link.', projectId }
  return (await tx((tx) => sendMail({ tx, now: now() }, mail))) ?? ''
}
const stateTo = (state: MailState) => db.update(outgoingMails).set({ state })

describe('the outbox', () => {
  it('opens recipient and subject for an owner, and never the text', async () => {
    const mailId = await write(1)
    const page = await outbox(owner, {})
    expect(page).toMatchObject({
      value: {
        mails: [
          {
            mailId,
            recipient: { name: 'Reader 1', address: 'reader1@example.test' },
            subject: 'News 1',
            state: 'queued',
          },
        ],
        next: null,
        hasMailServer: false,
      },
    })
    expect(JSON.stringify(page)).not.toContain('A link.')
  })

  it('goes back page by page, newest first, also within one instant', async () => {
    for (let n = 0; n < 120; n++) {
      if (n % 10 === 0) advanceClock(1)
      await write(n)
    }
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await outbox(owner, { after })
      if (!page.ok) throw new Error('The outbox was refused.')
      seen.push(...page.value.mails.map((mail) => mail.mailId))
      after = page.value.next ?? undefined
    } while (after !== undefined)
    const { rows } = await db.execute<{ id: string }>(
      sql`select id from outgoing_mails order by created_at desc, id desc`,
    )
    expect(seen).toEqual(rows.map((row) => row.id))
  })

  it('still shows a mail that no key opens', async () => {
    const mailId = await write(1)
    await db.update(outgoingMails).set({ subject: new Uint8Array(40) })
    expect(await outbox(owner, {})).toMatchObject({ value: { mails: [{ mailId, subject: null }] } })
  })

  it('is not there for others', async () => {
    for (const actor of [lead, handler, { kind: 'anyone' } as const])
      expect(await outbox(actor, {})).toMatchObject({ refusal: { code: 'not_found' } })
  })

  it('shows a lead the mail of their project only', async () => {
    await addProjects()
    const mailId = await write(1, marmotte)
    await write(2, pedro)
    await write(3)
    const page = await projectOutbox(lead, { project: 'marmotte' })
    expect(page.ok && page.value.mails.map((mail) => mail.mailId)).toEqual([mailId])
    expect(await projectOutbox(lead, { project: 'pedro' })).toMatchObject({ refusal: { code: 'not_found' } })
    expect(await projectOutbox(lead, { project: 'none' })).toMatchObject({ refusal: { code: 'not_found' } })
    expect(await projectOutbox(handler, { project: 'marmotte' })).toMatchObject({
      refusal: { code: 'forbidden' },
    })
    expect(await projectOutbox(stranger, { project: 'marmotte' })).toMatchObject({
      refusal: { code: 'not_found' },
    })
  })
})

describe('sending again', () => {
  const stateNow = async () => (await db.select().from(outgoingMails))[0]?.state

  it.each(['failed', 'kept'] as const)('queues a mail that is %s, and says who did', async (state) => {
    const mailId = await write(1)
    await stateTo(state)
    await db.execute(sql`delete from pgboss.job`)
    expect(await retryMail(owner, { mailId })).toMatchObject({ ok: true })
    expect(await stateNow()).toBe('queued')
    const { rows } = await db.execute(sql`select data from pgboss.job where name = 'mail.send'`)
    expect(rows).toEqual([{ data: { mailId } }])
    expect(await db.select({ type: events.type, data: events.data }).from(events)).toEqual([
      { type: 'mail_sent_again', data: { mailId } },
    ])
  })

  it.each(['queued', 'sending', 'handing_over', 'sent'] as const)(
    'is refused for one that is %s',
    async (state) => {
      const mailId = await write(1)
      await stateTo(state)
      expect(await retryMail(owner, { mailId })).toMatchObject({ refusal: { code: 'refused' } })
      expect(await stateNow()).toBe(state)
      expect(await db.select().from(events)).toEqual([])
    },
  )

  it('happens once when two owners press at once', async () => {
    const mailId = await write(1)
    await stateTo('failed')
    await db.execute(sql`delete from pgboss.job`)
    const answers = await Promise.all([retryMail(owner, { mailId }), retryMail(owner, { mailId })])
    expect(answers.map((answer) => answer.ok).toSorted()).toEqual([false, true])
    const { rows } = await db.execute(sql`select from pgboss.job where name = 'mail.send'`)
    expect(rows).toHaveLength(1)
  })

  it('is not there for others', async () => {
    const mailId = await write(1)
    await stateTo('failed')
    expect(await retryMail(lead, { mailId })).toMatchObject({ refusal: { code: 'not_found' } })
    expect(await stateNow()).toBe('failed')
  })
})
