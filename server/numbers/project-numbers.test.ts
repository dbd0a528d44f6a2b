import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { cases } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { figuresCsv } from '@/domain/numbers/numbers-csv'
import { dayMs, hourMs, minuteMs, plusMs } from '@/lib/instant'
import { overrideGates } from '@/server/advisories/override-gates'
import { publishAdvisory } from '@/server/advisories/publish-advisory'
import { jobActor } from '@/server/auth/job-actor'
import { acknowledgeCase } from '@/server/cases/acknowledge-case'
import { yankRelease } from '@/server/cases/record-release'
import { restrictCase } from '@/server/cases/change-title'
import { resolveCase } from '@/server/cases/resolve-case'
import { respondToReporter, writeToReporter } from '@/server/cases/write-to-reporter'
import { addAnnounceableCase, addAnnouncingProject, scheduleAt } from '@/test/announceable-case'
import { advanceClock, setClock, testStart } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { addReport } from '@/test/reporter'
import { addProject, refusalOf, value } from '@/test/team'
import { figuresOf } from './figures'
import { projectNumbers } from './project-numbers'

const database = await testDatabase()
const { db } = database
beforeEach(resetDatabase)

type Project = Awaited<ReturnType<typeof addProject>>
const numbersOf = async (
  project: Project,
  more: { from?: string; until?: string } = {},
  by: Actor = project.lead,
) => value(await projectNumbers(by, { project: project.slug, ...more }))
const timesOf = async (project: Project) =>
  Object.fromEntries((await numbersOf(project)).times.map(({ measure, ...time }) => [measure, time]))

/** The case goes on `after` so many milliseconds since the test began. */
const at = (ms: number) => setClock(plusMs(testStart, ms))

describe('the times of a project', () => {
  it('are right to the minute: 61, 125, 187, 240 and 600 min', async () => {
    const project = await addProject()
    const sent = []
    for (let n = 0; n < 6; n++) sent.push(await addReport(project, { title: `Report ${n}` }))
    for (const [n, minutes] of [61, 125, 187, 240, 600].entries()) {
      at(minutes * minuteMs)
      const named = { case: sent[n]!.reference }
      // A first message acknowledges as well; a bare one is no detailed response.
      if (n === 0) value(await writeToReporter(project.handler, { ...named, body: 'Thank you.' }))
      else value(await acknowledgeCase(project.handler, named))
    }
    const respond = { body: 'It is so.', nextStep: 'A fix by Friday.' }
    at(11 * hourMs)
    value(await respondToReporter(project.handler, { case: sent[0]!.reference, ...respond }))
    at(14 * hourMs)
    value(await respondToReporter(project.handler, { case: sent[1]!.reference, ...respond }))
    expect(await timesOf(project)).toEqual({
      // The middle of five; and six tenths of the way from the fourth to the fifth.
      acknowledge: { of: 6, reached: 5, medianMs: 187 * minuteMs, percentile90Ms: 456 * minuteMs },
      // Half way, and nine tenths of the way, from 660 to 840 min.
      respond: { of: 6, reached: 2, medianMs: 750 * minuteMs, percentile90Ms: 822 * minuteMs },
      patch: { of: 6, reached: 0, medianMs: null, percentile90Ms: null },
      announce: { of: 6, reached: 0, medianMs: null, percentile90Ms: null },
    })
    expect(figuresCsv(figuresOf(await numbersOf(project))).split('\r\n')).toEqual(
      expect.arrayContaining([
        'times,acknowledge,median,187,minutes',
        'times,acknowledge,percentile_90,456,minutes',
        'times,announce,median,,minutes',
        'promises,2026-11,acknowledge_decided,5,reports',
        'load,,open,1,cases',
      ]),
    )
  })

  it('end a patch with the last release, and an announcement with the advisory', async () => {
    const project = await addAnnouncingProject()
    const { reference, id } = await addAnnounceableCase(database, project, 'robin@example.test')
    // It came two days and three hours before its releases.
    await db
      .update(cases)
      .set({ receivedAt: plusMs(testStart, -51 * hourMs) })
      .where(eq(cases.id, id))
    const announcedAt = plusMs(testStart, 7 * dayMs)
    value(await scheduleAt(project, reference, announcedAt))
    expect((await timesOf(project)).patch).toMatchObject({ of: 1, reached: 1, medianMs: 51 * hourMs })
    setClock(announcedAt)
    value(await publishAdvisory(jobActor('advisories.publish'), { case: id }))
    expect(await timesOf(project)).toMatchObject({
      patch: { of: 1, reached: 1, medianMs: 51 * hourMs, percentile90Ms: 51 * hourMs },
      announce: { of: 1, reached: 1, medianMs: 219 * hourMs, percentile90Ms: 219 * hourMs },
    })
  })
})

it('a case announced over a line without its release counts as not patched', async () => {
  const project = await addAnnouncingProject()
  const { reference, id } = await addAnnounceableCase(database, project, 'robin@example.test')
  const named = { case: reference }
  const line = project.lines[0]!
  value(await yankRelease(project.handler, { ...named, line, seen: 3, reason: 'It breaks templates.' }))
  expect((await timesOf(project)).patch).toMatchObject({ of: 1, reached: 0 })
  value(await overrideGates(project.lead, { ...named, ground: 'exploited' }))
  const at = plusMs(testStart, dayMs)
  value(await scheduleAt(project, reference, at))
  setClock(at)
  value(await publishAdvisory(jobActor('advisories.publish'), { case: id }))
  expect(await timesOf(project)).toMatchObject({
    patch: { of: 1, reached: 0 },
    announce: { of: 1, reached: 1 },
  })
})

describe('the promises of a project', () => {
  it('are counted by the month in which the report arrived, and spam is not', async () => {
    const project = await addProject()
    const [kept, late] = [await addReport(project), await addReport(project)]
    const spam = await addReport(project)
    const explanation = 'Advertising.'
    value(await resolveCase(project.handler, { case: spam.reference, kind: 'spam', explanation }))
    value(await acknowledgeCase(project.handler, { case: kept.reference }))
    advanceClock(20 * dayMs)
    value(await acknowledgeCase(project.handler, { case: late.reference }))
    const december = await addReport(project)
    value(await acknowledgeCase(project.handler, { case: december.reference }))
    const { reports, kept: months } = await numbersOf(project, { from: '2026-10-01' })
    expect(reports).toBe(3)
    expect(months.acknowledge).toEqual([
      { month: '2026-10', decided: 0, kept: 0 },
      { month: '2026-11', decided: 2, kept: 1 },
      { month: '2026-12', decided: 1, kept: 1 },
    ])
    expect((await numbersOf(project, { from: '2026-12-01' })).reports).toBe(1)
    expect((await numbersOf(project, { until: '2026-11-30' })).reports).toBe(2)
  })
})

describe('the open cases of a project', () => {
  it('are counted by severity, age and handler, as they are now', async () => {
    const project = await addProject()
    const [old, closed] = [await addReport(project), await addReport(project)]
    const explanation = 'It is documented.'
    value(await acknowledgeCase(project.handler, { case: closed.reference }))
    value(
      await resolveCase(project.handler, {
        case: closed.reference,
        kind: 'not_a_vulnerability',
        explanation,
      }),
    )
    value(await acknowledgeCase(project.handler, { case: old.reference }))
    await db.update(cases).set({ rating: 'high' }).where(eq(cases.reference, old.reference))
    advanceClock(30 * dayMs)
    await addReport(project)
    const { open, load } = await numbersOf(project)
    expect(open.toSorted((a, b) => a.age.localeCompare(b.age))).toEqual([
      { rating: null, age: 'days', cases: 1 },
      { rating: 'high', age: 'months', cases: 1 },
    ])
    expect(load).toEqual([
      { handler: project.handler.name, open: 1, overdue: 1 },
      { handler: null, open: 1, overdue: 0 },
    ])
  })
})

describe('who may see the numbers', () => {
  it('counts no case that one may not see', async () => {
    const project = await addProject()
    const { reference } = await addReport(project)
    value(await restrictCase(project.lead, { case: reference, isRestricted: true }))
    const { reports, open, times, load } = await numbersOf(project, {}, project.observer)
    expect({ reports, open, load }).toEqual({ reports: 0, open: [], load: [] })
    expect(times.map(({ of }) => of)).toEqual([0, 0, 0, 0])
    expect((await numbersOf(project)).reports).toBe(1)
  })

  it('is the team: for anybody else the project is not there', async () => {
    const project = await addProject()
    expect(refusalOf(await projectNumbers(project.stranger, { project: project.slug }))).toBe('not_found')
  })
})
