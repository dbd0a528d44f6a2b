import { asc, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { cases, events, messages, reports } from '@/db/schema'
import { dayMs, hourMs } from '@/lib/instant'
import { jobActor } from '@/server/auth/job-actor'
import { acknowledgeCase } from '@/server/cases/acknowledge-case'
import { advanceClock } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { readMails } from '@/test/mails'
import { addReport, formKey } from '@/test/reporter'
import { addProject, anyone, refusalOf, value } from '@/test/team'
import { changeTerms } from './change-terms'
import { ownReport } from './own-report'
import { remindTeam } from './remind-team'
import { replyAsReporter } from './reply-as-reporter'
import { welcomeReport } from './welcome-report'

const { db } = await testDatabase()
beforeEach(resetDatabase)

const typesOf = async (caseId: string) =>
  (
    await db
      .select({ type: events.type })
      .from(events)
      .where(eq(events.chainId, caseId))
      .orderBy(asc(events.position))
  ).map(({ type }) => type)

const toldOf = async (news: string) =>
  (await readMails())
    .filter(({ occasion }) => occasion.startsWith(`${news}:`))
    .map(({ recipient }) => recipient.name)

describe('replyAsReporter', () => {
  it('stores the message with its files, records it, and tells the handler', async () => {
    const project = await addProject()
    const { reporter, caseId, reference, reportId } = await addReport(project)
    value(await acknowledgeCase(project.handler, { case: reference }))
    value(
      await replyAsReporter(reporter, {
        body: 'It also works on 1.2.',
        attachments: [new File(['x'], 'x.log')],
      }),
    )
    expect(await db.select().from(messages)).toMatchObject([
      { kind: 'reply', audience: 'reporter', reportId, authorId: null, caseId },
    ])
    expect(await typesOf(caseId)).toEqual(['report_received', 'acknowledged', 'reporter_replied'])
    expect(await toldOf('reporter_replied')).toEqual(['Handler of Marmotte'])
    const { messages: shown } = value(await ownReport(reporter, {}))
    expect(shown).toMatchObject([{ from: 'you', body: 'It also works on 1.2.', files: [{ name: 'x.log' }] }])
  })

  it('is one message when it is sent twice', async () => {
    const project = await addProject()
    const { reporter, caseId } = await addReport(project)
    const form = { body: 'Once is enough.', submission: formKey() }
    const both = await Promise.all([replyAsReporter(reporter, form), replyAsReporter(reporter, form)])
    expect(value(both[0]!)).toEqual(value(both[1]!))
    expect(await db.select().from(messages)).toHaveLength(1)
    expect(await typesOf(caseId)).toEqual(['report_received', 'reporter_replied'])
  })

  it('is refused empty, and not there for anybody else', async () => {
    const project = await addProject()
    const { reporter } = await addReport(project)
    expect(refusalOf(await replyAsReporter(reporter, { body: ' \n\0 ' }))).toEqual(['invalid', 'body'])
    for (const actor of [anyone, project.lead]) {
      expect(refusalOf(await replyAsReporter(actor, { body: 'Hello.' }))).toBe('not_found')
      expect(refusalOf(await remindTeam(actor, {}))).toBe('not_found')
      expect(refusalOf(await changeTerms(actor, { seen: 1 }))).toBe('not_found')
    }
  })
})

describe('remindTeam', () => {
  it('Acknowledgement overdue: the reporter may remind, once a day, and the team hears of it.', async () => {
    const project = await addProject()
    const { reporter, caseId } = await addReport(project)
    expect(await remindTeam(reporter, {})).toMatchObject({
      refusal: { code: 'refused', message: 'You can remind the team from 24 Nov 2026, 09:00 UTC on.' },
    })
    advanceClock(4 * dayMs + hourMs)
    value(await remindTeam(reporter, {}))
    expect(refusalOf(await remindTeam(reporter, {}))).toBe('refused')
    advanceClock(dayMs)
    value(await remindTeam(reporter, {}))
    expect(await typesOf(caseId)).toEqual(['report_received', 'reminder_sent', 'reminder_sent'])
    expect((await toldOf('reporter_reminded')).sort()).toEqual([
      'Handler of Marmotte',
      'Handler of Marmotte',
      'Lead of Marmotte',
      'Lead of Marmotte',
    ])
  })

  it('is refused once the report is acknowledged, however late', async () => {
    const project = await addProject()
    const { reporter, reference } = await addReport(project)
    advanceClock(9 * dayMs)
    value(await acknowledgeCase(project.handler, { case: reference }))
    expect(refusalOf(await remindTeam(reporter, {}))).toBe('refused')
  })
})

describe('changeTerms', () => {
  const first = { disclosureDate: '2027-03-01T09:00', disclosureTimeZone: 'Europe/Berlin', seen: 1 }

  it('states a date, moves it and takes it back; each is recorded and told once', async () => {
    const project = await addProject()
    const { reporter, caseId } = await addReport(project)
    expect(value(await changeTerms(reporter, first)).disclosureAt).toBe('2027-03-01T08:00:00.000Z')
    value(await changeTerms(reporter, first))
    expect(value(await ownReport(reporter, {})).clocks).toContainEqual(
      expect.objectContaining({ kind: 'reporter_deadline', dueAt: '2027-03-01T08:00:00.000Z' }),
    )
    advanceClock(hourMs)
    value(await changeTerms(reporter, { ...first, disclosureDate: '', seen: 2 }))
    expect(
      await db.select({ at: reports.disclosureAt, zone: reports.disclosureTimeZone }).from(reports),
    ).toEqual([{ at: null, zone: null }])
    expect(await typesOf(caseId)).toEqual([
      'report_received',
      'reporter_terms_changed',
      'reporter_terms_changed',
    ])
    expect(await toldOf('reporter_terms_changed')).toHaveLength(4)
  })

  it('brings the queue in step with a near date', async () => {
    const project = await addProject()
    const { reporter } = await addReport(project)
    value(
      await changeTerms(reporter, { disclosureDate: '2026-11-21T10:00', disclosureTimeZone: 'UTC', seen: 1 }),
    )
    expect(await db.select({ due: cases.nextDueAt }).from(cases)).toEqual([
      { due: '2026-11-21T10:00:00.000Z' },
    ])
  })

  it.each([
    ['a past date', { ...first, disclosureDate: '2026-11-19T09:00' }, 'disclosureDate'],
    ['a day that is none', { ...first, disclosureDate: '2027-02-30T09:00' }, 'disclosureDate'],
    ['a zone nobody knows', { ...first, disclosureTimeZone: 'Mars/Olympus' }, 'disclosureTimeZone'],
    ['a date without a zone', { disclosureDate: first.disclosureDate, seen: 1 }, 'disclosureTimeZone'],
    ['a date and days at once', { ...first, disclosureDays: 30 }, 'disclosureDays'],
  ])('refuses %s at its field', async (_name, input, field) => {
    const { reporter } = await addReport(await addProject())
    expect(refusalOf(await changeTerms(reporter, input))).toEqual(['invalid', field])
  })
})

describe('welcomeReport', () => {
  const desk = jobActor('cases.welcome')

  it('tells the reporter and whoever could take the case, once, and nothing of what was written', async () => {
    const project = await addProject()
    const { caseId, reportId } = await addReport(project, { contactEmail: 'moth@example.test' })
    for (let times = 0; times < 2; times++)
      value(await welcomeReport(desk, { case: caseId, report: reportId }))
    const mails = await readMails()
    expect(mails.map(({ recipient }) => recipient.name || recipient.address).sort()).toEqual([
      'Handler of Marmotte',
      'Lead of Marmotte',
      'moth@example.test',
    ])
    for (const { subject, body } of mails) expect(`${subject} ${body}`).not.toMatch(/token/i)
    expect(await typesOf(caseId)).toEqual(['report_received'])
  })

  it('tells only the team of an anonymous report', async () => {
    const project = await addProject()
    const { caseId, reportId } = await addReport(project)
    value(await welcomeReport(desk, { case: caseId, report: reportId }))
    expect((await readMails()).every(({ occasion }) => occasion.startsWith('report_received:'))).toBe(true)
  })

  it('is done by the desk alone, and for a report of that case', async () => {
    const project = await addProject()
    const one = await addReport(project)
    const other = await addReport(project)
    const asked = { case: one.caseId, report: one.reportId }
    expect(refusalOf(await welcomeReport(anyone, asked))).toBe('not_found')
    expect(refusalOf(await welcomeReport(project.lead, asked))).toBe('forbidden')
    expect(refusalOf(await welcomeReport(desk, { ...asked, report: other.reportId }))).toBe('not_found')
  })
})
