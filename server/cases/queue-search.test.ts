import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { advisories, cases, caseWords, instance, lineStatuses } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { jobActor } from '@/server/auth/job-actor'
import { editAdvisory } from '@/server/advisories/edit-advisory'
import { now } from '@/server/kernel/clock'
import { updateProfile } from '@/server/people/update-profile'
import { addTerms } from '@/server/reports/add-terms'
import { replyAsReporter } from '@/server/reports/reply-as-reporter'
import { indexMissing } from '@/server/search/index-missing'
import { resetDatabase, testDatabase } from '@/test/database'
import { addAnnounceableCase, addAnnouncingProject } from '@/test/announceable-case'
import { addWelcomedReport } from '@/test/reporter'
import { addProject, value } from '@/test/team'
import { acknowledgeCase } from './acknowledge-case'
import { assignHandler } from './assign-handler'
import { caseQueue } from './case-queue'
import { restrictCase } from './change-title'
import { classifySeverity } from './classify-severity'
import { tagCase, untagCase } from './tag-case'
import { writeNote } from './write-note'
import { writeToReporter } from './write-to-reporter'

const { db } = await testDatabase()
beforeEach(resetDatabase)

const finds = async (actor: Actor, q: string, more: object = {}) =>
  value(await caseQueue(actor, { q, ...more })).cases.map(({ reference }) => reference)

describe('the search of the queue', () => {
  it('finds a case by the words of every text its team may read, all of them, wherever each stands', async () => {
    const project = await addProject()
    const { reference, reporter } = await addWelcomedReport(project, {
      description: 'A zebra in parseHeader().',
    })
    await addWelcomedReport(project, { description: 'A zebra of another kind.' })
    const named = { case: reference }
    value(await acknowledgeCase(project.handler, named))
    value(await writeNote(project.handler, { ...named, body: 'The giraffe is the cause.' }))
    value(await writeToReporter(project.handler, { ...named, body: 'Is it an okapi?' }))
    value(await replyAsReporter(reporter, { body: 'No, a tapir.' }))
    for (const q of ['zebra giraffe', 'OKAPI Tapirs', '“the giraffe is the cause”', 'header zebra okapi'])
      expect(await finds(project.observer, q), q).toEqual([reference])
    expect(await finds(project.observer, 'zebra')).toHaveLength(2)
    for (const q of ['zebra elephant', 'zebr', 'of the', '%', '_'])
      expect(await finds(project.observer, q), q).toEqual([])
  })

  it('finds it by what stands about it: handler, weakness, tag, released version, advisory and CVE', async () => {
    const project = await addAnnouncingProject()
    const { reference, id } = await addAnnounceableCase({ db }, project, 'reporter@example.net')
    const { lead } = project
    const named = { case: reference }
    value(
      await classifySeverity(lead, { ...named, ratingAlone: 'high', cwes: 'CWE-79', reason: 'So.' } as never),
    )
    value(await tagCase(lead, { ...named, label: 'needs backport' }))
    const [advisory] = await db.select().from(advisories).where(eq(advisories.caseId, id))
    const draft = { title: 'A walrus', cveId: 'CVE-2026-77777', references: '' }
    value(await editAdvisory(lead, { ...named, seen: advisory!.version, ...draft } as never))
    const [row] = await db.select().from(cases).where(eq(cases.id, id))
    const handler = [project.handler, lead].find(({ personId }) => personId === row?.handlerId)
    await addWelcomedReport(project)
    for (const q of ['cwe-79', 'CVE-2026-77777', 'walrus', 'backport', '1.2.7', handler!.name])
      expect(await finds(project.observer, q), q).toEqual([reference])
    value(await untagCase(lead, { ...named, label: 'Needs Backport' }))
    expect(await finds(project.observer, 'backport')).toEqual([])
    value(await updateProfile(handler!, { name: 'Wilhelmina Knot', timeZone: 'UTC' }))
    expect(await finds(project.observer, 'wilhelmina knot')).toEqual([reference])
    expect(await finds(project.observer, handler!.name)).toEqual([])
  })

  it('finds it by the ids people have at hand: of the advisory, of the reporter, and by its first affected version', async () => {
    const project = await addAnnouncingProject()
    const { reference, id } = await addAnnounceableCase({ db }, project, 'reporter@example.net')
    await addWelcomedReport(project)
    const [advisory] = await db.select().from(advisories).where(eq(advisories.caseId, id))
    const [line] = await db.select().from(lineStatuses).where(eq(lineStatuses.caseId, id))
    await db.update(lineStatuses).set({ introducedIn: '0.9.31' }).where(eq(lineStatuses.id, line!.id))
    value(await tagCase(project.lead, { case: reference, label: 'touched' }))
    for (const q of [advisory!.publicId, advisory!.publicId.toLowerCase(), '0.9.31'])
      expect(await finds(project.observer, q), q).toEqual([reference])

    const sent = await addWelcomedReport(project, { trackingId: 'GHSL-2026-0077' } as never)
    expect(await finds(project.observer, 'ghsl-2026-0077')).toEqual([sent.reference])
    const terms = { toldOthers: '', seen: 1, trackingId: 'H1-2345678' }
    value(await addTerms(sent.reporter, terms as never))
    expect(await finds(project.observer, 'H1-2345678')).toEqual([sent.reference])
    expect(await finds(project.observer, 'ghsl-2026-0077')).toEqual([])

    await db.insert(instance).values({ keyCheck: 'known', createdAt: now() })
    await db.delete(caseWords)
    expect(value(await indexMissing(jobActor('search.sweep'), {}))).toBe('done')
    for (const q of [advisory!.publicId, '0.9.31'])
      expect(await finds(project.observer, q), q).toEqual([reference])
    expect(await finds(project.observer, 'H1-2345678')).toEqual([sent.reference])
  })

  it('finds a case by its reference and a word in it, and no other that has the word alone', async () => {
    const project = await addProject()
    const { reference } = await addWelcomedReport(project, { description: 'A zebra is in here, you see.' })
    const other = await addWelcomedReport(project, { description: 'A zebra of another kind, you see.' })
    for (const q of [`${reference} zebra`, `zebra ${reference.toLowerCase()}`, `zebra in ${reference}`])
      expect(await finds(project.observer, q), q).toEqual([reference])
    expect(await finds(project.observer, `${reference} giraffe`)).toEqual([])
    value(await acknowledgeCase(project.handler, { case: other.reference }))
    value(await writeNote(project.handler, { case: other.reference, body: `See ${reference}.` }))
    expect((await finds(project.observer, `${reference} zebra`)).toSorted()).toEqual(
      [reference, other.reference].toSorted(),
    )
  })

  it('says nothing of a case one may not see, by whichever word, nor in counts', async () => {
    const project = await addProject()
    const other = await addProject('Pedro', 'PED')
    const { reference } = await addWelcomedReport(project, { description: 'A zebra is in here, you see.' })
    const named = { case: reference }
    value(await acknowledgeCase(project.lead, named))
    value(await tagCase(project.lead, { ...named, label: 'striped' }))
    value(await restrictCase(project.lead, { ...named, isRestricted: true }))
    const words = ['zebra', 'striped', reference, reference.slice(0, 6), project.lead.name]
    for (const actor of [project.handler, project.observer, project.stranger, other.lead])
      for (const q of words) {
        const found = value(await caseQueue(actor, { q, view: 'all' }))
        expect(found.cases, q).toEqual([])
        expect(found.counts.open, q).toBe(0)
      }
    for (const q of words) expect(await finds(project.lead, q), q).toEqual([reference])
  })

  it('stands beside the other filters, and goes over pages', async () => {
    const project = await addProject()
    const first = await addWelcomedReport(project, { description: 'A zebra stands at the door.' })
    for (let n = 1; n < 27; n++)
      await addWelcomedReport(project, { description: 'A zebra stands at the door.' })
    value(
      await assignHandler(project.lead, { case: first.reference, to: project.handler.personId, from: '' }),
    )
    expect(await finds(project.lead, 'zebra', { handler: project.handler.personId })).toEqual([
      first.reference,
    ])
    expect(await finds(project.lead, 'zebra', { view: 'closed' })).toEqual([])
    const page = value(await caseQueue(project.lead, { q: 'zebra' }))
    expect(page.cases).toHaveLength(25)
    expect(await finds(project.lead, 'zebra', { cursor: page.next })).toHaveLength(2)
  })

  it('takes older cases in that were stored before there was anything to find them by', async () => {
    await db.insert(instance).values({ keyCheck: 'known', createdAt: now(), areWordsIndexed: false })
    const project = await addAnnouncingProject()
    const { reference } = await addAnnounceableCase({ db }, project, 'reporter@example.net')
    const kept = await db.select().from(caseWords)
    for (const source of ['advisory', 'handler', 'facts'] as const)
      await db.delete(caseWords).where(eq(caseWords.source, source))
    expect(await finds(project.lead, '1.2.7')).toEqual([])
    expect(value(await indexMissing(jobActor('search.sweep'), {}))).toBe('done')
    expect(await finds(project.lead, '1.2.7')).toEqual([reference])
    const again = await db.select().from(caseWords)
    const byItem = (rows: typeof kept) => rows.map(({ item, source }) => `${item} ${source}`).sort()
    expect(byItem(again)).toEqual(expect.arrayContaining(byItem(kept)))
  })
})
