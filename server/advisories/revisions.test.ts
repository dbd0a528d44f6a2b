import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { advisories, publications } from '@/db/schema'
import { dayMs } from '@/lib/instant'
import { caseView } from '@/server/cases/case-view'
import { classifySeverity } from '@/server/cases/classify-severity'
import { changeLine } from '@/server/cases/change-line'
import { recordRelease } from '@/server/cases/record-release'
import { finishCase } from '@/server/cases/resolve-case'
import { addReleaseLine } from '@/server/projects/add-release-line'
import { addAnnounceableCase, addAnnouncingProject } from '@/test/announceable-case'
import { advanceClock } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { eventsOf, historyOf } from '@/test/sample-case'
import { refusalOf, value } from '@/test/team'
import { editAdvisory } from './edit-advisory'
import { publishAdvisory } from './publish-advisory'
import { correctAdvisory, withdrawAdvisory } from './revise-advisory'
import { scheduleAnnouncement } from './schedule-announcement'

const { db } = await testDatabase()
beforeEach(resetDatabase)

/** An advisory that was announced eight days after its patch releases, with a CVE id. */
async function announced() {
  const project = await addAnnouncingProject()
  const made = await addAnnounceableCase({ db }, project, 'reporter@example.net')
  const named = { case: made.reference }
  const words = {
    title: 'Template names escape the folder',
    summary: 'A template name with two dots reads files outside the folder.',
    impact: 'Anyone who chooses template names reads files.',
    actions: 'Update to a fixed version.',
    cveId: 'CVE-2026-12345',
    creditDecision: 'as_in_ledger' as const,
    references: '',
  }
  value(await editAdvisory(project.lead, { ...named, ...words, seen: 2 }))
  await db.update(advisories).set({ approvedVersion: 3 }).where(eq(advisories.id, made.advisoryId))
  const when = { at: '2026-11-30T10:00', timeZone: 'UTC' }
  value(await scheduleAnnouncement(project.handler, { ...named, ...when, warningsRead: 'on' }))
  advanceClock(11 * dayMs)
  expect(value(await publishAdvisory({ kind: 'job', job: 'advisories.publish' }, named))).toBe('published')
  return { project, named, words, ...made }
}

const revisionsOf = (advisoryId: string) =>
  db.select().from(publications).where(eq(publications.advisoryId, advisoryId)).orderBy(publications.revision)

describe('after the announcement', () => {
  it('A late backport ships after the announcement: ranges regenerated, a revision, the feeds updated, no second CVE.', async () => {
    const { project, named, id, advisoryId } = await announced()
    const facts = {
      name: '1.1.x',
      range: '>=1.1.0 <1.2.0',
      branch: '1.1.x',
      supportedFrom: '2025-06-01',
      supportedUntil: '',
    }
    const { id: line } = value(await addReleaseLine(project.lead, { project: project.slug, ...facts }))
    value(await changeLine(project.handler, { ...named, line, seen: 1, affectedness: 'affected' }))
    expect(await revisionsOf(advisoryId)).toHaveLength(1)
    advanceClock(dayMs)
    const release = { version: '1.1.9', releasedAt: '2026-12-02T08:00', url: 'https://git.example.org/1.1.9' }
    value(await recordRelease(project.handler, { ...named, line, seen: 2, ...release }))

    const [first, second] = await revisionsOf(advisoryId)
    expect(first).toMatchObject({ revision: 1, isLatest: false })
    expect(second).toMatchObject({
      revision: 2,
      kind: 'late_fix',
      isLatest: true,
      note: '1.1.9 fixes 1.1.x.',
    })
    expect(second?.publicId).toBe(first?.publicId)
    expect(second?.document.cveId).toBe('CVE-2026-12345')
    expect(second?.document.affected.map(({ line: name, fixed }) => [name, fixed])).toEqual([
      ['1.3.x', '1.3.7'],
      ['1.2.x', '1.2.7'],
      ['1.1.x', '1.1.9'],
    ])
    expect(second?.document.affected.at(-1)?.versions).toBe('>=1.1.0 <1.1.9')
    expect((await historyOf(id)).slice(-2)).toEqual(['patch_released', 'advisory_revised'])
    const latest = and(eq(publications.projectId, project.id), eq(publications.isLatest, true))
    expect(await db.select().from(publications).where(latest)).toHaveLength(1)
  })

  it('a correction publishes what the draft and the severity say now; the CVE id stays', async () => {
    const { project, named, words, id, advisoryId } = await announced()
    const other = { ...named, ...words, cveId: 'CVE-2026-99999', seen: 3 }
    value(await editAdvisory(project.handler, other))
    expect(refusalOf(await correctAdvisory(project.handler, { ...named, note: 'Another id.' }))).toBe(
      'refused',
    )
    value(
      await editAdvisory(project.handler, {
        ...named,
        ...words,
        impact: 'Only logged-in users can do it.',
        seen: 4,
      }),
    )
    const reason = 'It needs an account.'
    value(await classifySeverity(project.handler, { ...named, ratingAlone: 'medium', reason }))
    expect(refusalOf(await correctAdvisory(project.handler, { ...named, note: ' ' }))).toEqual([
      'invalid',
      'note',
    ])
    value(await correctAdvisory(project.handler, { ...named, note: 'An account is needed.' }))
    const [, second] = await revisionsOf(advisoryId)
    expect(second).toMatchObject({
      kind: 'correction',
      note: 'An account is needed.',
      document: {
        impact: 'Only logged-in users can do it.',
        severity: { rating: 'medium' },
        cveId: 'CVE-2026-12345',
      },
    })
    expect((await eventsOf(id)).at(-1)).toMatchObject({
      type: 'advisory_revised',
      data: { revision: 2, kind: 'correction' },
    })
    expect(value(await caseView(project.handler, named)).advisory?.revisions.map(({ kind }) => kind)).toEqual(
      ['correction', 'announcement'],
    )
  })

  it('a withdrawal stays readable and ends the revising', async () => {
    const { project, named, advisoryId } = await announced()
    value(await withdrawAdvisory(project.handler, { ...named, note: 'It was the test server only.' }))
    const [, second] = await revisionsOf(advisoryId)
    expect(second?.document).toMatchObject({ status: 'withdrawn', title: 'Template names escape the folder' })
    expect(refusalOf(await correctAdvisory(project.handler, { ...named, note: 'Back again.' }))).toBe(
      'refused',
    )
    expect(refusalOf(await withdrawAdvisory(project.handler, { ...named, note: 'Twice.' }))).toBe('refused')
  })

  it('two corrections at once are two revisions, one after the other', async () => {
    const { project, named, advisoryId } = await announced()
    const both = await Promise.all([
      correctAdvisory(project.handler, { ...named, note: 'One.' }),
      correctAdvisory(project.lead, { ...named, note: 'Two.' }),
    ])
    expect(both.map(({ ok }) => ok)).toEqual([true, true])
    const revisions = await revisionsOf(advisoryId)
    expect(revisions.map(({ revision, isLatest }) => [revision, isLatest])).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ])
    expect(revisions.at(-1)?.document.revisions).toHaveLength(3)
  })

  it('the case is finished once nothing is left to do', async () => {
    const { project, named } = await announced()
    const view = value(await caseView(project.handler, named))
    expect(view.stage).toBe('closed')
    expect(refusalOf(await finishCase(project.handler, named))).toBe('refused')
  })
})

describe('before the announcement', () => {
  it('there is nothing to correct or withdraw', async () => {
    const project = await addAnnouncingProject()
    const { reference } = await addAnnounceableCase({ db }, project, 'reporter@example.net')
    for (const revise of [correctAdvisory, withdrawAdvisory])
      expect(refusalOf(await revise(project.handler, { case: reference, note: 'x' }))).toBe('refused')
  })
})
