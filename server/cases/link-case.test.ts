import { beforeEach, describe, expect, it } from 'vitest'
import { eq } from 'drizzle-orm'
import { credits } from '@/db/schema'
import { dayMs, hourMs, plusMs } from '@/lib/instant'
import { correctAdvisory } from '@/server/advisories/revise-advisory'
import { publishAdvisory } from '@/server/advisories/publish-advisory'
import { scheduleAnnouncement } from '@/server/advisories/schedule-announcement'
import { jobActor } from '@/server/auth/job-actor'
import { changeOwnCredit } from '@/server/reports/change-own-credit'
import { changeTerms } from '@/server/reports/change-terms'
import { proposeOwnEmbargo } from '@/server/reports/negotiate-embargo'
import { ownReport } from '@/server/reports/own-report'
import { addAnnounceableCase, addAnnouncingProject, scheduleAt } from '@/test/announceable-case'
import { advanceClock, setClock, testStart } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { readMails } from '@/test/mails'
import { addReport } from '@/test/reporter'
import { addOpenCase, addSampleProject, historyOf } from '@/test/sample-case'
import { addPerson, addProject, anyone, refusalOf, value } from '@/test/team'
import { acknowledgeCase } from './acknowledge-case'
import { caseView } from './case-view'
import { changeLine } from './change-line'
import { restrictCase } from './change-title'
import { classifySeverity } from './classify-severity'
import { confirmCase } from './confirm-case'
import { linkCase, unlinkCase } from './link-case'
import { reopenCase, resolveCase } from './resolve-case'
import { respondToReporter } from './write-to-reporter'

const { db } = await testDatabase()
beforeEach(resetDatabase)

/** A bug under embargo whose advisory is ready, and a day later a second finder's report of the same. */
async function foundTwice() {
  const project = await addAnnouncingProject()
  const first = await addAnnounceableCase({ db }, project, 'first@example.net')
  advanceClock(dayMs)
  const second = await addReport(project, {
    title: 'Dots in template names',
    creditName: 'Second Finder',
    contactEmail: 'second@example.net',
  })
  const named = { case: second.reference }
  value(await acknowledgeCase(project.handler, named))
  return { project, first, second, named, link: { ...named, ofCase: first.reference } }
}

const creditNames = async (project: { handler: Parameters<typeof caseView>[0] }, reference: string) =>
  value(await caseView(project.handler, { case: reference })).advisory?.credits.map(({ name }) => name)

describe('linkCase', () => {
  it('A second finder reports the same embargoed bug: linked, own clock, own credit; not shown the first report; shortening the embargo is suggested.', async () => {
    const { project, first, second, named, link } = await foundTwice()
    const promises = async () =>
      value(await caseView(project.handler, named)).clocks.map(({ kind, dueAt, status }) => [
        kind,
        dueAt,
        status,
      ])
    const before = await promises()
    expect(value(await caseView(project.handler, { case: first.reference })).shorterEmbargo).toBeNull()
    value(await linkCase(project.handler, link))

    expect(await promises()).toEqual(before)
    expect(value(await caseView(project.handler, named))).toMatchObject({
      stage: 'acknowledged',
      receivedAt: plusMs(testStart, dayMs),
      related: [{ relation: 'duplicate_of', reference: first.reference }],
      next: { act: 'reply_to_reporter' },
    })
    const response = { body: 'We know of it.', nextStep: 'A fix is on its way.' }
    value(await respondToReporter(project.handler, { ...named, ...response }))
    expect(value(await caseView(project.handler, named)).next).toMatchObject({
      act: 'goes_on_elsewhere',
      title: `Goes on in ${first.reference}`,
    })
    const original = value(await caseView(project.handler, { case: first.reference }))
    expect(original.related).toEqual([{ relation: 'repeated_by', reference: second.reference }])
    expect(original.shorterEmbargo).toContain('A second finder')
    expect(await creditNames(project, first.reference)).toEqual(['Anonymous', 'Second Finder'])
    const seen = JSON.stringify(value(await ownReport(second.reporter, {})))
    for (const words of [first.reference, 'Template names escape', 'first@example.net'])
      expect(seen).not.toContain(words)
    expect(await historyOf(first.id)).toContain('duplicate_linked')
    expect(await historyOf(second.caseId)).toContain('linked')
  })

  it('the second finder’s own date and proposals count where the work goes on, named by their case', async () => {
    const { project, first, second, link } = await foundTwice()
    value(await linkCase(project.handler, link))
    const scheduling = (warningsRead?: 'on') =>
      scheduleAnnouncement(project.handler, {
        case: first.reference,
        at: '2026-12-08T10:00',
        timeZone: 'UTC',
        warningsRead,
      })
    const original = async (actor = project.handler) =>
      value(await caseView(actor, { case: first.reference }))
    value(
      await changeTerms(second.reporter, {
        disclosureDate: '2026-12-01T09:00',
        disclosureTimeZone: 'UTC',
        seen: 1,
      }),
    )
    expect(await scheduling()).toMatchObject({
      refusal: {
        code: 'invalid',
        fields: { warningsRead: [expect.stringContaining(`reporter of ${second.reference}`)] },
      },
    })
    expect((await original()).reporterDates).toEqual([
      { at: '2026-12-01T09:00:00.000Z', linkedCase: { reference: second.reference } },
    ])

    const { proposalId } = value(await proposeOwnEmbargo(second.reporter, { until: '2027-05-01T09:00Z' }))
    const gate = async () => (await original()).gates.find(({ code }) => code === 'counter_proposal')
    expect((await gate())?.isMet).toBe(false)
    expect((await gate())?.reason).toContain(second.reference)
    expect((await original()).proposals).toMatchObject([
      { id: proposalId, state: 'open', linkedCase: { reference: second.reference } },
    ])
    expect((await original()).negotiation).toMatchObject({ state: 'open', waitsFor: 'team' })
    value(await scheduling('on'))
    setClock('2026-12-08T10:00:00.000Z')
    expect(value(await publishAdvisory(jobActor('advisories.publish'), { case: first.id }))).toBe('suspended')

    value(await restrictCase(project.lead, { case: second.reference, isRestricted: 'on' }))
    const other = await addPerson('Other handler', { roles: { [project.id]: 'handler' } })
    const hidden = await original(other)
    expect(hidden.reporterDates).toMatchObject([{ linkedCase: { reference: null } }])
    expect(JSON.stringify(hidden)).not.toContain(second.reference)

    value(await unlinkCase(project.lead, { case: second.reference }))
    expect(await original()).toMatchObject({ reporterDates: [], proposals: [] })
  })

  it('tells the second finder of the announcement, with the advisory', async () => {
    const { project, first, second, named, link } = await foundTwice()
    value(await linkCase(project.handler, link))
    const at = plusMs(testStart, 8 * dayMs)
    value(await scheduleAt(project, first.reference, at))
    setClock(at)
    expect(value(await publishAdvisory(jobActor('advisories.publish'), { case: first.id }))).toBe('published')
    const told = (await readMails()).filter(({ occasion }) => occasion.startsWith('announced'))
    expect(told.map(({ recipient }) => recipient.address)).toEqual(
      expect.arrayContaining(['first@example.net', 'second@example.net']),
    )
    const own = value(await ownReport(second.reporter, {}))
    expect(own.advisory?.href).toContain('/advisories/DDA-')
    expect(own).toMatchObject({ stage: 'closed', resolution: { kind: 'duplicate' } })
    expect(own.resolution?.explanation).toContain(own.advisory?.id)
    expect(value(await caseView(project.handler, named)).resolution?.kind).toBe('duplicate')
    expect(value(await caseView(project.handler, { case: first.reference })).shorterEmbargo).toBeNull()
  })

  it('a later wish of the second finder reaches the ledger of the case theirs repeats, until it is announced', async () => {
    const { project, first, second, link } = await foundTwice()
    value(await linkCase(project.handler, link))
    const wish = { creditAs: 'name' as const, creditName: 'Second F.' }
    value(await changeOwnCredit(second.reporter, { seen: 1, ...wish }))
    expect(await creditNames(project, first.reference)).toEqual(['Anonymous', 'Second F.'])
    expect((await historyOf(first.id)).at(-1)).toBe('credit_changed')
    expect((await historyOf(second.caseId)).at(-1)).toBe('reporter_terms_changed')
    const at = plusMs(testStart, 8 * dayMs)
    value(await scheduleAt(project, first.reference, at))
    setClock(at)
    value(await publishAdvisory(jobActor('advisories.publish'), { case: first.id }))
    expect(refusalOf(await changeOwnCredit(second.reporter, { seen: 2, ...wish }))).toBe('refused')
  })

  it('to a case that is announced: the reporter is told, the ledger has them once, and a correction is next', async () => {
    const { project, first, second, named, link } = await foundTwice()
    const at = plusMs(testStart, 8 * dayMs)
    value(await scheduleAt(project, first.reference, at))
    setClock(at)
    value(await publishAdvisory(jobActor('advisories.publish'), { case: first.id }))
    const next = async () => value(await caseView(project.handler, { case: first.reference })).next
    expect(await next()).toBeNull()
    advanceClock(hourMs)
    value(await linkCase(project.handler, link))
    expect((await historyOf(first.id)).slice(-2)).toEqual(['duplicate_linked', 'credit_changed'])
    expect(await next()).toMatchObject({ act: 'revise_advisory' })
    const own = JSON.stringify(value(await ownReport(second.reporter, {})))
    expect(own).toMatch(/published already: DDA-/)
    expect(
      (await readMails()).filter(
        ({ occasion, recipient }) =>
          occasion.startsWith('announced') && recipient.address === 'second@example.net',
      ),
    ).toHaveLength(1)

    value(await unlinkCase(project.handler, named))
    value(await linkCase(project.handler, link))
    expect(await creditNames(project, first.reference)).toEqual(['Anonymous', 'Second Finder'])
    advanceClock(hourMs)
    value(await correctAdvisory(project.lead, { case: first.reference, note: 'A second finder is named.' }))
    expect(await next()).toBeNull()
  })

  it('one that nobody answers for yet stays open when the other is announced', async () => {
    const project = await addAnnouncingProject()
    const first = await addAnnounceableCase({ db }, project, 'first@example.net')
    const fresh = await addReport(project)
    value(await linkCase(project.handler, { case: fresh.reference, ofCase: first.reference }))
    const at = plusMs(testStart, 8 * dayMs)
    value(await scheduleAt(project, first.reference, at))
    setClock(at)
    value(await publishAdvisory(jobActor('advisories.publish'), { case: first.id }))
    expect(value(await ownReport(fresh.reporter, {}))).toMatchObject({ stage: 'received', resolution: null })
  })

  it('closing as a duplicate links too, and reopening undoes both', async () => {
    const { project, first, named } = await foundTwice()
    const explanation = 'We know it already; you keep your credit.'
    const closing = { ...named, kind: 'duplicate', explanation, ofCase: first.reference }
    value(await resolveCase(project.handler, closing))
    expect(await creditNames(project, first.reference)).toContain('Second Finder')
    expect(refusalOf(await unlinkCase(project.handler, named))).toBe('refused')
    value(await reopenCase(project.handler, { ...named, reason: 'It is another hole.' }))
    expect(value(await caseView(project.handler, named)).related).toEqual([])
    expect(value(await caseView(project.handler, { case: first.reference })).related).toEqual([])
    expect(await creditNames(project, first.reference)).toEqual(['Anonymous'])
  })

  it('linked before the confirmation: the credit is entered when the advisory begins; closing needs no case then', async () => {
    const project = await addSampleProject()
    const first = await addOpenCase(project)
    const second = await addOpenCase(project, { creditName: 'Second Finder' })
    value(await linkCase(project.handler, { ...second.named, ofCase: first.reference }))
    expect(await db.select().from(credits)).toEqual([])
    const line = { line: project.line['2.x']!, seen: 1, affectedness: 'affected' as const }
    value(await changeLine(project.handler, { ...first.named, ...line }))
    value(await classifySeverity(project.handler, { ...first.named, ratingAlone: 'high' }))
    value(await confirmCase(project.handler, { ...first.named, reproduction: 'Seen on 2.4.0.' }))
    const rows = await db.select().from(credits).where(eq(credits.caseId, first.caseId))
    expect(rows.map(({ reportId }) => reportId)).toEqual([first.reportId, second.reportId])
    const explanation = 'Known already.'
    value(await resolveCase(project.handler, { ...second.named, kind: 'duplicate', explanation }))
    expect(value(await caseView(project.handler, second.named)).resolution?.kind).toBe('duplicate')
  })

  it('links one step deep, and only cases one sees', async () => {
    const { project, first, second, named, link } = await foundTwice()
    const third = await addReport(project)
    const elsewhere = await addProject('Pedro', 'PED')
    const foreign = await addReport(elsewhere)
    const linking = (ofCase: string, from = named) => linkCase(project.handler, { ...from, ofCase })
    expect(refusalOf(await linking(foreign.reference))).toEqual(['invalid', 'ofCase'])
    expect(refusalOf(await linkCase(project.owner, { ...named, ofCase: foreign.reference }))).toBe('refused')
    expect(refusalOf(await linking(second.reference))).toBe('refused')
    value(await linking(first.reference))
    expect(refusalOf(await linking(first.reference))).toBe('refused')
    expect(refusalOf(await linking(second.reference, { case: third.reference }))).toBe('refused')
    expect(refusalOf(await linking(third.reference, { case: first.reference }))).toBe('refused')
    for (const actor of [project.stranger, anyone])
      expect(refusalOf(await linkCase(actor, link))).toBe('not_found')
    expect(refusalOf(await linkCase(project.observer, link))).toBe('forbidden')

    value(await restrictCase(project.lead, { case: third.reference, isRestricted: 'on' }))
    value(await unlinkCase(project.handler, named))
    expect(refusalOf(await linking(third.reference))).toEqual(['invalid', 'ofCase'])
  })

  it('by two at once links once', async () => {
    const { project, second, link } = await foundTwice()
    const both = await Promise.all([linkCase(project.handler, link), linkCase(project.lead, link)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await historyOf(second.caseId)).filter((type) => type === 'linked')).toHaveLength(1)
  })
})

describe('unlinkCase', () => {
  it('takes the credit back, and is recorded on both', async () => {
    const { project, first, second, named, link } = await foundTwice()
    expect(refusalOf(await unlinkCase(project.handler, named))).toBe('refused')
    value(await linkCase(project.handler, link))
    advanceClock(hourMs)
    value(await unlinkCase(project.handler, named))
    expect(await creditNames(project, first.reference)).toEqual(['Anonymous'])
    expect((await historyOf(second.caseId)).at(-1)).toBe('unlinked')
    expect((await historyOf(first.id)).at(-1)).toBe('duplicate_unlinked')
    expect(value(await caseView(project.handler, { case: first.reference })).shorterEmbargo).toBeNull()
    expect(refusalOf(await unlinkCase(project.stranger, named))).toBe('not_found')
  })
})
