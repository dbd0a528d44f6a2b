import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { GET as jsonDocument } from '@/app/(portal)/projects/[project]/acknowledgements.json/route'
import { credits } from '@/db/schema'
import type { CreditConsent, CreditRole } from '@/domain/advisories/credit-ledger'
import { dayMs, hourMs, plusMs } from '@/lib/instant'
import { jobActor } from '@/server/auth/job-actor'
import { addAnnounceableCase, addAnnouncingProject, scheduleAt } from '@/test/announceable-case'
import { advanceClock, testStart } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { anyone, refusalOf, value } from '@/test/team'
import { addCredit, changeCredit } from './change-credit'
import { publicAcknowledgements } from './public-acknowledgements'
import { publicAdvisory } from './public-advisory'
import { publishAdvisory } from './publish-advisory'
import { correctAdvisory, withdrawAdvisory } from './revise-advisory'

const database = await testDatabase()
const { db } = database
beforeEach(resetDatabase)

const thanked = async () => value(await publicAcknowledgements(anyone, { project: 'marmotte' }))
const json = (headers?: HeadersInit, project = 'marmotte') =>
  jsonDocument(new Request('http://localhost:3000/', { headers }), { params: Promise.resolve({ project }) })

type Project = Awaited<ReturnType<typeof addAnnouncingProject>>

const credit = async (
  project: Project,
  reference: string,
  name: string,
  consent: CreditConsent,
  roles: CreditRole[] = ['finder'],
) =>
  value(
    await addCredit(project.handler, {
      case: reference,
      name,
      link: name === 'Ilse Brandt' ? 'https://ilse.example/' : '',
      roles,
      consent,
    }),
  )

/** A case whose reporter stays anonymous and whose ledger also has Ilse, who accepted, a tool, and one who declined. */
async function released(project: Project) {
  const made = await addAnnounceableCase(database, project, 'moth@example.test')
  await credit(project, made.reference, 'Ilse Brandt', 'accepted', ['finder', 'analyst'])
  await credit(project, made.reference, 'Otter Scan', 'asked', ['tool'])
  await credit(project, made.reference, 'Said No', 'declined')
  return made
}

async function announces(project: Project, ...made: { id: string; reference: string }[]) {
  for (const { reference } of made) value(await scheduleAt(project, reference, plusMs(testStart, 7 * dayMs)))
  advanceClock(7 * dayMs)
  for (const { id } of made)
    expect(value(await publishAdvisory(jobActor('advisories.publish'), { case: id }))).toBe('published')
}

describe('the acknowledgements', () => {
  it('name who accepted and tools, count who stays anonymous, and leave out who declined or did not answer', async () => {
    const project = await addAnnouncingProject()
    const made = [await released(project), await released(project)]
    await announces(project, ...made)
    // Before the announcement a gate waits for the answer; afterwards the ledger may still grow.
    await credit(project, made[0]!.reference, 'Not Answered', 'asked')
    value(await correctAdvisory(project.handler, { case: made[0]!.reference, note: 'Clearer words.' }))
    const { years, isComplete } = await thanked()
    expect(isComplete).toBe(true)
    expect(years).toMatchObject([
      {
        year: 2026,
        people: expect.arrayContaining([
          expect.objectContaining({
            name: 'Ilse Brandt',
            link: 'https://ilse.example/',
            roles: ['finder', 'analyst'],
          }),
          expect.objectContaining({ name: 'Otter Scan', link: null, roles: ['tool'] }),
        ]),
        anonymous: 2,
      },
    ])
    expect(years[0]!.people).toHaveLength(2)
    const ilse = years[0]!.people.find(({ name }) => name === 'Ilse Brandt')
    expect(new Set(ilse!.advisories.map(({ id }) => id)).size).toBe(2)
    expect(JSON.stringify(years)).not.toMatch(/Said No|Not Answered|moth/)
  })

  it('know nothing of what is not announced, though its patches are out', async () => {
    const project = await addAnnouncingProject()
    await released(project)
    const before = await (await json()).text()
    expect((await thanked()).years).toEqual([])
    const made = await released(project)
    expect(await (await json()).text()).toBe(before)
    await announces(project, made)
    const [year] = (await thanked()).years
    expect(year!.people[0]!.advisories).toHaveLength(1)
  })

  it('follow a correction and a withdrawal of the advisory, and agree with it', async () => {
    const project = await addAnnouncingProject()
    const made = await released(project)
    await announces(project, made)
    const ledger = await db.select().from(credits).where(eq(credits.caseId, made.id))
    const entry = ledger.find(({ roles }) => roles.includes('analyst'))
    const changed = { name: 'I. Brandt', link: '', roles: ['finder' as const], consent: 'accepted' as const }
    const named = { case: made.reference }
    value(await changeCredit(project.handler, { ...named, credit: entry!.id, seen: 1, ...changed }))
    const names = async () => (await thanked()).years.flatMap(({ people }) => people.map(({ name }) => name))
    expect(await names()).toContain('Ilse Brandt')

    value(await correctAdvisory(project.handler, { ...named, note: 'Named as she wishes.' }))
    expect(await names()).toContain('I. Brandt')
    expect(await names()).not.toContain('Ilse Brandt')
    const { id } = (await thanked()).years[0]!.people[0]!.advisories[0]!
    const advisory = value(await publicAdvisory(anyone, { project: 'marmotte', advisory: id }))
    expect(advisory).toMatchObject({
      document: { credits: expect.arrayContaining([{ name: 'I. Brandt', link: null, roles: ['finder'] }]) },
    })

    value(await withdrawAdvisory(project.handler, { ...named, note: 'It was none.' }))
    expect((await thanked()).years).toEqual([])
  })

  it('are JSON that caches may keep, 304 to who has it, and new after a revision', async () => {
    const project = await addAnnouncingProject()
    const made = await released(project)
    await announces(project, made)
    const answer = await json()
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('public, max-age=300')
    expect(await answer.json()).toEqual(await thanked())
    const etag = answer.headers.get('etag')!
    const since = answer.headers.get('last-modified')!
    advanceClock(hourMs)
    expect((await json({ 'if-none-match': etag })).status).toBe(304)
    expect((await json({ 'if-modified-since': since })).status).toBe(304)
    value(await withdrawAdvisory(project.handler, { case: made.reference, note: 'It was none.' }))
    expect((await json({ 'if-none-match': etag })).status).toBe(200)
    expect((await json({ 'if-modified-since': since })).status).toBe(200)
  })

  it('are not there for an unknown project', async () => {
    expect(refusalOf(await publicAcknowledgements(anyone, { project: 'nobody' }))).toBe('not_found')
    expect((await json({}, 'nobody')).status).toBe(404)
  })
})
