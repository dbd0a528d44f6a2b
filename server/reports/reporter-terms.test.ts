import { asc, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { credits, reports } from '@/db/schema'
import { jobActor } from '@/server/auth/job-actor'
import { caseEvents } from '@/server/cases/case-events'
import { caseView } from '@/server/cases/case-view'
import { publishAdvisory } from '@/server/advisories/publish-advisory'
import { dayMs, plusMs } from '@/lib/instant'
import { addAnnounceableCase, addAnnouncingProject, scheduleAt } from '@/test/announceable-case'
import { setClock, testStart } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { readMails } from '@/test/mails'
import { addReport } from '@/test/reporter'
import { addOpenCase, addSampleProject, eventsOf, historyOf } from '@/test/sample-case'
import { addProject, anyone, refusalOf, value } from '@/test/team'
import { addTerms } from './add-terms'
import { changeOwnCredit } from './change-own-credit'
import { changeTerms } from './change-terms'
import { ownReport } from './own-report'
import { welcomeReport } from './welcome-report'

const { db } = await testDatabase()
beforeEach(resetDatabase)

const toldOf = async (news: string) =>
  (await readMails()).filter(({ occasion }) => occasion.startsWith(`${news}:`))

describe('the terms a report comes with', () => {
  it('count days from its arrival, keep the own number, and stand beside our dates', async () => {
    const project = await addProject()
    const { reporter, reference } = await addReport(project, {
      disclosureDays: '45',
      disclosureTimeZone: 'Asia/Tokyo',
      trackingId: 'VR-2026-014',
      creditHandle: 'moth',
      creditLink: 'https://moth.example.test',
      creditRoles: ['finder', 'remediation_developer'],
    })
    const { terms, dates } = value(await ownReport(reporter, {}))
    expect(terms).toMatchObject({
      disclosureAt: plusMs(testStart, 45 * dayMs),
      disclosureTimeZone: 'Asia/Tokyo',
      trackingId: 'VR-2026-014',
      credit: { as: 'name', handle: 'moth', roles: ['finder', 'remediation_developer'] },
    })
    expect(dates.inForce).toEqual({ until: terms.disclosureAt, because: 'reporter_date' })
    const { reports: shown } = value(await caseView(project.handler, { case: reference }))
    expect(shown?.[0]).toMatchObject({
      disclosureAt: terms.disclosureAt,
      terms: { trackingId: 'VR-2026-014' },
    })
  })

  it('alert the team to personal data, in the console and by a mail without contents', async () => {
    const project = await addProject()
    const { caseId, reportId, reference, warnings } = await addReport(project, {
      personalDataSeen: true,
      attachments: [new File(['x'], 'customers.csv')],
    })
    expect(warnings).toEqual([expect.stringContaining('personal data')])
    value(await welcomeReport(jobActor('cases.welcome'), { case: caseId, report: reportId }))
    expect(await historyOf(caseId)).toEqual(['report_received', 'personal_data_reported'])
    const alerts = await toldOf('personal_data_seen')
    expect(alerts.map(({ recipient }) => recipient.name).sort()).toEqual([
      'Handler of Marmotte',
      'Lead of Marmotte',
    ])
    for (const { subject, body } of alerts) expect(`${subject} ${body}`).not.toMatch(/customers|token/i)
    const view = value(await caseView(project.handler, { case: reference }))
    expect(view.personalData).toEqual([{ reportId, at: testStart }])
  })
})

describe('addTerms', () => {
  const said = {
    trackingId: 'VR-7',
    toldOthers: 'CERT-Bund',
    exploited: 'on',
    personalDataSeen: 'on',
  } as const

  it('adds what was learnt later, records it in words, and tells the team', async () => {
    const project = await addProject()
    const { reporter, caseId, reference } = await addReport(project)
    value(await addTerms(reporter, { ...said, seen: 1 }))
    expect(value(await ownReport(reporter, {}))).toMatchObject({
      terms: { exploited: true, toldOthers: 'CERT-Bund', trackingId: 'VR-7', version: 2 },
      content: { exploited: false, toldOthers: null },
    })
    expect(await historyOf(caseId)).toEqual([
      'report_received',
      'reporter_terms_changed',
      'personal_data_reported',
    ])
    expect(await toldOf('personal_data_seen')).toHaveLength(2)
    const view = value(await caseView(project.handler, { case: reference }))
    expect(view.personalData).toHaveLength(1)
    const events = value(await caseEvents(project.handler, { case: reference }))
    expect(events.find(({ what }) => what === 'changed their terms')?.prose).toBe(
      'It is being exploited. They came across personal data. Told others: CERT-Bund. They call it: VR-7.',
    )
    value(await addTerms(reporter, { ...said, seen: 2 }))
    expect(await historyOf(caseId)).toHaveLength(3)
    value(await addTerms(reporter, { ...said, personalDataSeen: '', seen: 2 }))
    expect(value(await caseView(project.handler, { case: reference })).personalData).toEqual([])
  })

  it('over a change made meanwhile is a conflict', async () => {
    const { reporter } = await addReport(await addProject())
    const both = await Promise.all([
      addTerms(reporter, { ...said, seen: 1 }),
      changeTerms(reporter, { disclosureDays: 60, seen: 1 }),
    ])
    expect(both.map((one) => refusalOf(one)).filter(Boolean)).toEqual(['conflict'])
  })

  it('is refused too long, and is not there for anybody else', async () => {
    const project = await addProject()
    const { reporter } = await addReport(project)
    expect(refusalOf(await addTerms(reporter, { trackingId: 'x'.repeat(101), seen: 1 }))).toEqual([
      'invalid',
      'trackingId',
    ])
    for (const actor of [anyone, project.lead])
      expect(refusalOf(await addTerms(actor, { ...said, seen: 1 }))).toBe('not_found')
  })
})

describe('changeOwnCredit', () => {
  const wish = {
    creditAs: 'name' as const,
    creditName: 'Ada L.',
    creditHandle: 'ada',
    creditLink: 'https://ada.example.test',
    creditRoles: ['finder' as const, 'analyst' as const],
  }
  const ledgerOf = async (reference: string, actor: Parameters<typeof caseView>[0]) =>
    value(await caseView(actor, { case: reference })).advisory?.credits

  it('is what the ledger begins with when it is changed before the confirmation', async () => {
    const project = await addSampleProject()
    const { reporter, caseId } = await addOpenCase(project)
    value(await changeOwnCredit(reporter, { ...wish, seen: 1 }))
    expect((await eventsOf(caseId)).at(-1)?.type).toBe('reporter_terms_changed')
    expect(value(await ownReport(reporter, {})).terms.credit).toMatchObject({ as: 'name', name: 'Ada L.' })
  })

  it('corrects the ledger until the publication, and not after it', async () => {
    const project = await addAnnouncingProject()
    const { reference, id } = await addAnnounceableCase({ db }, project, 'reporter@example.net')
    const [report] = await db.select().from(reports).where(eq(reports.caseId, id))
    const reporter = { kind: 'reporter', reportId: report?.id ?? '' } as const
    value(await changeOwnCredit(reporter, { ...wish, seen: 1 }))
    expect(await ledgerOf(reference, project.handler)).toMatchObject([
      {
        name: 'Ada L. (ada)',
        link: 'https://ada.example.test',
        roles: ['finder', 'analyst'],
        consent: 'accepted',
        version: 2,
      },
    ])
    value(await changeOwnCredit(reporter, { creditAs: 'none', seen: 2 }))
    expect((await ledgerOf(reference, project.handler))?.[0]).toMatchObject({
      consent: 'declined',
      link: null,
    })
    value(await changeOwnCredit(reporter, { ...wish, seen: 3 }))
    const at = plusMs(testStart, 8 * dayMs)
    value(await scheduleAt(project, reference, at))
    setClock(at)
    value(await publishAdvisory(jobActor('advisories.publish'), { case: id }))
    expect(refusalOf(await changeOwnCredit(reporter, { creditAs: 'anonymous', seen: 4 }))).toBe('refused')
    expect(await db.select({ version: credits.version }).from(credits).orderBy(asc(credits.id))).toEqual([
      { version: 4 },
    ])
  })

  it('is refused without a name, with a bad link, and over a newer change', async () => {
    const project = await addProject()
    const { reporter } = await addReport(project)
    const change = (more: object) => changeOwnCredit(reporter, { ...wish, ...more, seen: 1 })
    expect(refusalOf(await change({ creditName: '', creditHandle: '' }))).toEqual(['invalid', 'creditName'])
    expect(refusalOf(await change({ creditLink: 'javascript:alert(1)' }))).toEqual(['invalid', 'creditLink'])
    value(await change({}))
    expect(refusalOf(await change({ creditName: 'Mine' }))).toBe('conflict')
    expect(refusalOf(await changeOwnCredit(project.lead, { ...wish, seen: 2 }))).toBe('not_found')
  })
})
