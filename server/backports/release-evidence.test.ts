import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { advisories, projects } from '@/db/schema'
import { dayMs, minuteMs, plusMs } from '@/lib/instant'
import { jobActor } from '@/server/auth/job-actor'
import { publishAdvisory } from '@/server/advisories/publish-advisory'
import { caseEvents } from '@/server/cases/case-events'
import { caseView } from '@/server/cases/case-view'
import { now } from '@/server/kernel/clock'
import { addAnnounceableCase, addAnnouncingProject, scheduleAt } from '@/test/announceable-case'
import { advanceClock, testStart } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { readMails } from '@/test/mails'
import { setRegistry, startRegistry } from '@/test/npm-registry'
import { eventsOf, historyOf } from '@/test/sample-case'
import { refusalOf, value } from '@/test/team'
import { checkRelease } from './check-release'
import { recordEvidence } from './record-evidence'
import { sweepReleases } from './sweep-releases'

const { db } = await testDatabase()
const job = jobActor('backports.check')
let registry: Awaited<ReturnType<typeof startRegistry>>
beforeAll(async () => {
  registry = await startRegistry()
})
afterAll(async () => {
  setRegistry(null)
  await registry.stop()
})
beforeEach(async () => {
  await resetDatabase()
  setRegistry(registry.url)
  registry.fail(false)
})

const core = '@marmotte/core'

/** A case with a release in the registry for each of its two lines, and its announcement scheduled. */
async function releasedCase() {
  const project = await addAnnouncingProject()
  await db
    .update(projects)
    .set({ packages: ['pkg:npm/%40marmotte/core', 'pkg:pypi/marmotte'] })
    .where(eq(projects.slug, project.slug))
  for (const version of ['1.2.7', '1.3.7'])
    registry.publish(core, version, { at: testStart, content: version })
  const one = await addAnnounceableCase({ db }, project, 'reporter@example.net')
  value(await scheduleAt(project, one.reference, plusMs(testStart, 8 * dayMs)))
  const [line = ''] = project.lines
  const check = async () => value(await checkRelease(job, { caseId: one.id, lineId: line }))
  const lineView = async () =>
    value(await caseView(project.handler, { case: one.reference })).lines.find(({ id }) => id === line)
  return { project, ...one, line, check, lineView }
}
const subjects = async () => (await readMails()).map(({ subject }) => subject)

describe('a patch release in the registry', () => {
  it('stands beside its line as evidence: when it came out, and which content it has', async () => {
    const { check, lineView, id } = await releasedCase()
    await check()
    expect((await lineView())?.evidence).toMatchObject([
      { package: core, state: 'published', publishedAt: testStart, deprecated: null, checkedAt: now() },
    ])
    expect((await lineView())?.evidence[0]?.integrity).toMatch(/^sha512-/)
    expect((await eventsOf(id)).at(-1)).toMatchObject({
      type: 'release_checked',
      data: { version: '1.2.7', package: core, change: 'found' },
    })
    const before = await historyOf(id)
    registry.asked.length = 0
    await check()
    expect(await historyOf(id)).toEqual(before)
    expect(registry.asked).toEqual(['%40marmotte%2fcore/1.2.7'])
  })

  it('Scheduled 7 days after the last line’s release; one line’s release is yanked: the gate closes, the schedule is suspended, not fired', async () => {
    const { project, check, lineView, id, reference } = await releasedCase()
    await check()
    advanceClock(2 * dayMs)
    registry.unpublish(core, '1.2.7')
    await check()
    expect(await lineView()).toMatchObject({ work: 'merged', release: null, evidence: [] })
    expect((await historyOf(id)).slice(-3)).toEqual([
      'release_checked',
      'release_yanked',
      'schedule_suspended',
    ])
    const view = value(await caseView(project.handler, { case: reference }))
    expect(view.gates.find(({ code }) => code === 'lines')?.isMet).toBe(false)
    const events = value(await caseEvents(project.handler, { case: reference }))
    expect(events.find(({ prose }) => prose?.includes('1.2.7 any more'))).toBeDefined()
    expect(await subjects()).toContain(`A patch release was taken back: ${reference}`)
    advanceClock(7 * dayMs)
    value(await publishAdvisory(jobActor('advisories.publish'), { case: id }))
    const [advisory] = await db.select().from(advisories).where(eq(advisories.caseId, id))
    expect(advisory?.suspendedAt).not.toBeNull()
    expect(value(await caseView(project.handler, { case: reference })).announcedAt).toBeNull()
  })

  it('says so beside the release when no registry is asked, for a project that ships to npm', async () => {
    const { project, reference } = await releasedCase()
    const isUnasked = async () => value(await caseView(project.handler, { case: reference })).isNpmUnasked
    expect(await isUnasked()).toBe(false)
    setRegistry(null)
    expect(await isUnasked()).toBe(true)
    await db
      .update(projects)
      .set({ packages: ['pkg:pypi/marmotte'] })
      .where(eq(projects.slug, project.slug))
    expect(await isUnasked()).toBe(false)
  })

  it('is told to the handler when it was deprecated, has other content or is not there; its line stays as it is', async () => {
    const { check, lineView, reference, project } = await releasedCase()
    await check()
    const bad = `The registry says something new about a patch release: ${reference}`
    expect(await subjects()).not.toContain(bad)
    registry.publish(core, '1.2.7', { at: testStart, content: '1.2.7', deprecated: 'Breaks on start.' })
    advanceClock(minuteMs)
    await check()
    registry.publish(core, '1.2.7', { at: testStart, content: 'something else' })
    advanceClock(minuteMs)
    await check()
    expect((await subjects()).filter((subject) => subject === bad)).toHaveLength(2)
    expect(await lineView()).toMatchObject({ work: 'released' })
    registry.unpublish(core, '1.3.7')
    advanceClock(minuteMs)
    const missing = { caseId: value(await caseView(project.handler, { case: reference })).id }
    value(await checkRelease(job, { ...missing, lineId: project.lines[1] ?? '' }))
    expect((await subjects()).filter((subject) => subject === bad)).toHaveLength(3)
  })

  it('is not taken back because the registry does not answer', async () => {
    const { check, lineView, id } = await releasedCase()
    await check()
    const before = await historyOf(id)
    registry.fail(true)
    advanceClock(minuteMs)
    await check()
    expect(await historyOf(id)).toEqual(before)
    expect((await lineView())?.evidence).toMatchObject([{ state: 'published', checkedAt: now() }])
  })

  it('is asked about again until the announcement, and never without a registry', async () => {
    const { check } = await releasedCase()
    const sweep = async () => value(await sweepReleases(jobActor('backports.sweep'), {})).asked
    expect(await sweep()).toBe(2)
    await check()
    expect(await sweep()).toBe(1)
    advanceClock(31 * minuteMs)
    expect(await sweep()).toBe(2)
    setRegistry(null)
    expect(await sweep()).toBe(0)
  })

  it('is recorded by the desk alone, and not once the release is another one', async () => {
    const { project, reference, line, id } = await releasedCase()
    const given = { case: reference, line, package: core, answer: { state: 'missing' as const } }
    expect(refusalOf(await recordEvidence(project.lead, { ...given, version: '1.2.7' }))).toBe('forbidden')
    const before = await historyOf(id)
    expect(value(await recordEvidence(job, { ...given, version: '1.2.6' }))).toEqual({ change: null })
    expect(await historyOf(id)).toEqual(before)
  })
})
