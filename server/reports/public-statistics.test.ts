import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { cases } from '@/db/schema'
import type { ShownStatistic } from '@/domain/projects/shown-statistic'
import { dayMs, hourMs, minuteMs, plusMs } from '@/lib/instant'
import { publishAdvisory } from '@/server/advisories/publish-advisory'
import { withdrawAdvisory } from '@/server/advisories/revise-advisory'
import { jobActor } from '@/server/auth/job-actor'
import { acknowledgeCase } from '@/server/cases/acknowledge-case'
import { resolveCase } from '@/server/cases/resolve-case'
import { respondToReporter } from '@/server/cases/write-to-reporter'
import { chooseStatistics } from '@/server/projects/choose-statistics'
import { projectSettings } from '@/server/projects/project-settings'
import { addAnnounceableCase, addAnnouncingProject, scheduleAt } from '@/test/announceable-case'
import { advanceClock, setClock, testStart } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { addReport } from '@/test/reporter'
import { addProject, anyone, refusalOf, value } from '@/test/team'
import { publicStatistics } from './public-statistics'

const database = await testDatabase()
const { db } = database
beforeEach(resetDatabase)

type Project = Awaited<ReturnType<typeof addProject>>

const statisticsOf = async (project: { slug: string }) =>
  value(await publicStatistics(anyone, { project: project.slug }))
const keptBy = async (project: { slug: string }) => (await statisticsOf(project)).kept
const nothing = { acknowledge: null, respond: null }

async function show(project: Project, ...statistics: ShownStatistic[]): Promise<void> {
  const { version } = value(await projectSettings(project.lead, { project: project.slug })).project
  value(await chooseStatistics(project.lead, { project: project.slug, version, statistics }))
}

async function reports(project: Project, count: number) {
  const sent = []
  for (let n = 0; n < count; n++) sent.push(await addReport(project, { title: `Report ${n}` }))
  return sent
}

describe('the share of promises kept', () => {
  it('says nothing before there are enough reports to hide a single one', async () => {
    const project = await addProject()
    for (const { reference } of await reports(project, 4))
      value(await acknowledgeCase(project.handler, { case: reference }))
    expect(await keptBy(project)).toEqual(nothing)
    const [fifth] = await reports(project, 1)
    value(await acknowledgeCase(project.handler, { case: fifth!.reference }))
    expect(await keptBy(project)).toEqual({
      acknowledge: { reports: 5, percent: 100, typicalMs: 0 },
      respond: null,
    })
  })

  it('counts what was kept, what was late and what is overdue, from the events; spam does not count', async () => {
    const project = await addProject()
    const [one, two, three, spam] = await reports(project, 6)
    const explanation = 'Advertising.'
    value(await resolveCase(project.handler, { case: spam!.reference, kind: 'spam', explanation }))
    advanceClock(2 * hourMs)
    for (const { reference } of [one!, two!])
      value(await acknowledgeCase(project.handler, { case: reference }))
    const answer = { case: one!.reference, body: 'We see it.', nextStep: 'A fix.' }
    value(await respondToReporter(project.handler, answer))
    advanceClock(4 * hourMs)
    value(await acknowledgeCase(project.handler, { case: three!.reference }))
    expect((await keptBy(project)).acknowledge).toBeNull()
    advanceClock(10 * dayMs)
    expect(await keptBy(project)).toEqual({
      acknowledge: { reports: 5, percent: 60, typicalMs: 2 * hourMs },
      respond: { reports: 5, percent: 20, typicalMs: 2 * hourMs },
    })
  })

  it('looks back one year', async () => {
    const project = await addProject()
    for (const { reference } of await reports(project, 5))
      value(await acknowledgeCase(project.handler, { case: reference }))
    expect((await keptBy(project)).acknowledge?.percent).toBe(100)
    advanceClock(366 * dayMs)
    expect((await keptBy(project)).acknowledge).toBeNull()
  })
})

describe('the time until a maintainer answers', () => {
  // 61, 125, 187, 240, 600 min: the middle one; and six tenths of the way from the fourth to the fifth.
  const minutes = [187, 600, 61, 240, 125]

  it('is right to the minute on five reports, and leaves out the one nobody answered', async () => {
    const project = await addProject()
    await show(project, 'time_to_acknowledge')
    const sent = await reports(project, 6)
    for (const [at, { reference }] of minutes
      .map((minute, index) => [minute, sent[index]!] as const)
      .toSorted(([a], [b]) => a - b)) {
      expect((await statisticsOf(project)).timeToAcknowledge).toBeNull()
      setClock(plusMs(testStart, at * minuteMs))
      value(await acknowledgeCase(project.handler, { case: reference }))
    }
    expect(await statisticsOf(project)).toEqual({
      shown: ['time_to_acknowledge'],
      kept: nothing,
      timeToAcknowledge: { cases: 5, medianMs: 187 * minuteMs, percentile90Ms: 456 * minuteMs },
      timeToFix: null,
    })
  })
})

describe('the time until the fix is released', () => {
  it('is right to the minute on announced advisories alone, and a withdrawn one counts no more', async () => {
    const project = await addAnnouncingProject()
    await show(project, 'time_to_fix')
    const made = []
    // Released at the start, so reported so many minutes before it.
    for (const minutes of [90, 1_441, 10_080, 30, 4_000]) {
      const one = await addAnnounceableCase(database, project, 'moth@example.test')
      await db
        .update(cases)
        .set({ receivedAt: plusMs(testStart, -minutes * minuteMs) })
        .where(eq(cases.id, one.id))
      value(await scheduleAt(project, one.reference, plusMs(testStart, 7 * dayMs)))
      made.push(one)
    }
    advanceClock(7 * dayMs)
    for (const { id } of made) {
      expect((await statisticsOf(project)).timeToFix).toBeNull()
      value(await publishAdvisory(jobActor('advisories.publish'), { case: id }))
    }
    // 0.6 of the way from 4,000 to 10,080 is 7,648.
    expect((await statisticsOf(project)).timeToFix).toEqual({
      cases: 5,
      medianMs: 1_441 * minuteMs,
      percentile90Ms: 7_648 * minuteMs,
    })
    value(await withdrawAdvisory(project.handler, { case: made[0]!.reference, note: 'It was none.' }))
    expect((await statisticsOf(project)).timeToFix).toBeNull()
  })
})

describe('what a project shows', () => {
  it('is the share of kept promises until it chooses otherwise', async () => {
    const project = await addProject()
    expect((await statisticsOf(project)).shown).toEqual(['kept_promises'])
    for (const { reference } of await reports(project, 5))
      value(await acknowledgeCase(project.handler, { case: reference }))
    expect((await statisticsOf(project)).timeToAcknowledge).toBeNull()
    await show(project)
    expect(await statisticsOf(project)).toEqual({
      shown: [],
      kept: nothing,
      timeToAcknowledge: null,
      timeToFix: null,
    })
  })

  it('is for leads to choose, among what there is, and a lost race overwrites nothing', async () => {
    const project = await addProject()
    const choice = { project: project.slug, version: 1, statistics: ['time_to_fix' as const] }
    expect(refusalOf(await chooseStatistics(project.handler, choice))).toBe('forbidden')
    expect(refusalOf(await chooseStatistics(project.stranger, choice))).toBe('not_found')
    const unknown = { ...choice, statistics: ['mood'] } as never
    expect(refusalOf(await chooseStatistics(project.lead, unknown))).toEqual(['invalid', 'statistics.0'])
    value(await chooseStatistics(project.lead, choice))
    expect(await chooseStatistics(project.owner, { ...choice, statistics: [] })).toMatchObject({
      ok: false,
      refusal: { code: 'conflict', current: { version: 2, statistics: ['time_to_fix'] } },
    })
  })

  it('is nothing for an unknown project', async () => {
    expect(refusalOf(await publicStatistics(anyone, { project: 'nobody' }))).toBe('not_found')
  })
})
