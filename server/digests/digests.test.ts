import { beforeEach, describe, expect, it } from 'vitest'
import { eq } from 'drizzle-orm'
import { people } from '@/db/schema'
import { toInstant } from '@/lib/instant'
import { jobActor } from '@/server/auth/job-actor'
import { escalateCase } from '@/server/cases/escalate-case'
import { writeNote } from '@/server/cases/write-note'
import { addTask } from '@/server/fixes/add-task'
import { chooseNotifications } from '@/server/notifications/choices'
import { replyAsReporter } from '@/server/reports/reply-as-reporter'
import { goesAway } from '@/test/absence'
import { setClock } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { readMails } from '@/test/mails'
import { addReport, formKey } from '@/test/reporter'
import { addOpenCase, addSampleProject } from '@/test/sample-case'
import { storeCase } from '@/test/stored-case'
import { addPerson, value } from '@/test/team'
import { sendDigests } from './send-digests'
import { sweepDigests } from './sweep-digests'

const { db } = await testDatabase()
beforeEach(resetDatabase)

const at = (instant: string) => setClock(toInstant(instant))
const send = async (who: { personId: string }, day: string) =>
  value(await sendDigests(jobActor('digests.send'), { personId: who.personId, day })).sent
const digestMails = async () => (await readMails()).filter(({ occasion }) => occasion.includes('_digest:'))

describe('the daily digest', () => {
  it('names what is due and overdue up to the next working day, never a title, and goes out once', async () => {
    const project = await addSampleProject()
    const { reference } = await addOpenCase(project)
    const far = await storeCase(project, 'Secret one', {
      handlerId: project.handler.personId,
      nextDueAt: toInstant('2026-12-20T09:00:00Z'),
      nextDueKind: 'respond',
    })
    at('2026-11-24T08:00:00Z')
    const both = await Promise.all([send(project.handler, '2026-11-24'), send(project.handler, '2026-11-24')])
    expect(both.flat()).toEqual(['daily'])
    const [mail, ...more] = await digestMails()
    expect(more).toEqual([])
    expect(mail?.recipient.address).toBe(`${project.handler.personId}@example.org`)
    expect(mail?.subject).toBe('Promises: 1 due soon')
    expect(mail?.body).toContain(`- ${reference}: Say what happens next, Tue 24 Nov, 09:00 UTC`)
    expect(`${mail?.subject}${mail?.body}`).not.toMatch(/Reset tokens|Secret/)
    expect(mail?.body).not.toContain(far.reference)
    at('2026-11-24T10:00:00Z')
    expect(await send(project.handler, '2026-11-24')).toEqual([])
  })

  it('is not sent at weekends, when switched off, or when there is nothing', async () => {
    const project = await addSampleProject()
    await addOpenCase(project)
    at('2026-11-28T08:00:00Z')
    expect(await send(project.handler, '2026-11-28')).toEqual([])
    value(await chooseNotifications(project.handler, { console: [], mail: [] }))
    at('2026-11-27T08:00:00Z')
    expect(await send(project.handler, '2026-11-27')).toEqual([])
    expect(await send(project.observer, '2026-11-27')).toEqual([])
    expect(await digestMails()).toEqual([])
  })

  it('of somebody who is away goes to the stand-in', async () => {
    const project = await addSampleProject()
    const { reference } = await addOpenCase(project)
    const standIn = await addPerson('Ines Stand', { roles: { [project.id]: 'handler' } })
    await goesAway(project.handler, standIn)
    at('2026-11-24T08:00:00Z')
    expect(await send(project.handler, '2026-11-24')).toEqual([])
    expect(await send(standIn, '2026-11-24')).toEqual(['daily'])
    expect((await digestMails())[0]?.body).toMatch(
      new RegExp(`- ${reference}: .* \\(for Handler of Marmotte\\)`),
    )
  })

  it('names one’s tasks on cases of others, and the promise that an earlier task hides, once each', async () => {
    const project = await addSampleProject()
    const other = await addPerson('Other Hands', { roles: { [project.id]: 'handler' } })
    const { named, reference } = await addOpenCase(project)
    const task = { ...named, dueZone: 'UTC' }
    const add = async (text: string, owner: string, due: string) =>
      value(await addTask(project.handler, { ...task, text, owner, due }))
    await add('Secret packagers', other.personId, '2026-11-24T08:30')
    await add('Secret branch', project.handler.personId, '2026-11-24T08:15')
    await add('Secret later', other.personId, '2026-12-24T08:15')
    await add('Secret nobody’s', '', '2026-11-24T08:45')
    at('2026-11-24T08:00:00Z')
    expect(await send(other, '2026-11-24')).toEqual(['daily'])
    expect(await send(project.handler, '2026-11-24')).toEqual(['daily'])
    const [theirs, own] = await digestMails()
    const linesOf = (body = '') => body.split('\n').filter((line) => line.startsWith('- '))
    expect(linesOf(theirs?.body)).toEqual([`- ${reference}: A task, Tue 24 Nov, 08:30 UTC`])
    expect(linesOf(own?.body)).toEqual([
      `- ${reference}: A task, Tue 24 Nov, 08:15 UTC`,
      `- ${reference}: A task, Tue 24 Nov, 08:45 UTC`,
      `- ${reference}: Say what happens next, Tue 24 Nov, 09:00 UTC`,
    ])
    expect(`${theirs?.body}${own?.body}`).not.toContain('Secret')
  })

  it('names a task of somebody who is away to the stand-in', async () => {
    const project = await addSampleProject()
    const owner = await addPerson('Other Hands', { roles: { [project.id]: 'handler' } })
    const standIn = await addPerson('Ines Stand', { roles: { [project.id]: 'handler' } })
    const { named, reference } = await addOpenCase(project)
    const task = { text: 'Ask', owner: owner.personId, due: '2026-11-24T08:30', dueZone: 'UTC' }
    value(await addTask(project.handler, { ...named, ...task }))
    await goesAway(owner, standIn)
    at('2026-11-24T08:00:00Z')
    expect(await send(standIn, '2026-11-24')).toEqual(['daily'])
    expect((await digestMails())[0]?.body).toContain(
      `- ${reference}: A task, Tue 24 Nov, 08:30 UTC (for Other Hands)`,
    )
  })

  it('names a case that nobody answers for to those who could, and a restricted one only to those on it', async () => {
    const project = await addSampleProject()
    const due = { nextDueAt: toInstant('2026-11-20T12:00:00Z'), nextDueKind: 'acknowledge' as const }
    const open = await storeCase(project, 'Nobody’s', due)
    const hidden = await storeCase(project, 'Restricted', { ...due, isRestricted: true })
    expect(await send(project.handler, '2026-11-20')).toEqual(['daily'])
    expect(await send(project.observer, '2026-11-20')).toEqual([])
    const [mail] = await digestMails()
    expect(mail?.body).toContain(
      `${open.reference}: Acknowledge, Fri 20 Nov, 12:00 UTC (nobody answers for it)`,
    )
    expect(mail?.body).not.toContain(hidden.reference)
  })
})

it('the weekly digest names to leads, on Mondays, what is stuck and why', async () => {
  const project = await addSampleProject()
  const { reference } = await addOpenCase(project)
  const held = await storeCase(project, 'Held', { isHeld: true })
  const waits = await storeCase(project, 'Waits', {
    waitsForReporter: true,
    handlerId: project.handler.personId,
  })
  at('2026-11-30T08:00:00Z')
  expect(await send(project.handler, '2026-11-30')).toEqual(['daily'])
  expect(await send(project.lead, '2026-11-30')).toEqual(['weekly'])
  const mail = (await digestMails()).find(({ occasion }) => occasion.startsWith('weekly'))
  expect(mail?.recipient.address).toBe(`${project.lead.personId}@example.org`)
  expect(mail?.body).toContain(`The team did nothing for 7 days, last\n- ${reference}: Fri 20 Nov, 09:00 UTC`)
  expect(mail?.body).toContain(held.reference)
  expect(mail?.body).toContain(waits.reference)
  at('2026-12-01T08:00:00Z')
  expect(await send(project.lead, '2026-12-01')).toEqual([])
})

it('a case on which only the reporter and the desk did something is stuck', async () => {
  const project = await addSampleProject()
  const { reference, reporter } = await addReport(project)
  at('2026-11-27T08:00:00Z')
  value(await replyAsReporter(reporter, { submission: formKey(), body: 'Is anybody there?' }))
  value(await escalateCase(jobActor('cases.escalate'), { case: reference }))
  at('2026-11-30T08:00:00Z')
  expect(await send(project.lead, '2026-11-30')).toContain('weekly')
  const weekly = async () =>
    (await digestMails()).findLast(({ occasion }) => occasion.startsWith('weekly'))?.body
  expect(await weekly()).toContain(`- ${reference}: Fri 20 Nov, 09:00 UTC`)
})

it('a case on which the team did something this week is not stuck', async () => {
  const project = await addSampleProject()
  const { named } = await addOpenCase(project)
  at('2026-11-27T08:00:00Z')
  value(await writeNote(project.handler, { ...named, submission: formKey(), body: 'Looked at it.' }))
  at('2026-11-30T08:00:00Z')
  expect(await send(project.lead, '2026-11-30')).not.toContain('weekly')
})

it('the sweep asks for those whose morning it is, in their own zone, until theirs is made', async () => {
  const project = await addSampleProject()
  await db.update(people).set({ timeZone: 'Asia/Singapore' })
  await db.update(people).set({ timeZone: 'Europe/Berlin' }).where(eq(people.id, project.handler.personId))
  const sweep = async () => value(await sweepDigests(jobActor('digests.sweep'), {})).people
  at('2026-11-20T06:59:00Z')
  expect(await sweep()).toBe(0)
  at('2026-11-20T07:00:00Z')
  expect(await sweep()).toBe(1)
  await send(project.handler, '2026-11-20')
  expect(await sweep()).toBe(0)
  at('2026-11-21T00:00:00Z')
  expect(await sweep()).toBeGreaterThan(1)
})
