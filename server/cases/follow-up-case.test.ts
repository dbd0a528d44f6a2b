import { beforeEach, describe, expect, it } from 'vitest'
import { eq } from 'drizzle-orm'
import { cases } from '@/db/schema'
import { dayMs, plusMs } from '@/lib/instant'
import { publishAdvisory } from '@/server/advisories/publish-advisory'
import { now } from '@/server/kernel/clock'
import { jobActor } from '@/server/auth/job-actor'
import { addAnnounceableCase, addAnnouncingProject, scheduleAt } from '@/test/announceable-case'
import { advanceClock, setClock, testStart } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { addReport, formKey } from '@/test/reporter'
import { historyOf } from '@/test/sample-case'
import { addProject, refusalOf, value } from '@/test/team'
import { caseQueue } from './case-queue'
import { caseView } from './case-view'
import { followUpCase } from './follow-up-case'
import { resolveCase } from './resolve-case'
import { writeToReporter } from './write-to-reporter'

const { db } = await testDatabase()
beforeEach(resetDatabase)

/** A case whose advisory is published. */
async function announced() {
  const project = await addAnnouncingProject()
  const first = await addAnnounceableCase({ db }, project, 'first@example.net')
  const at = plusMs(testStart, 8 * dayMs)
  value(await scheduleAt(project, first.reference, at))
  setClock(at)
  expect(value(await publishAdvisory(jobActor('advisories.publish'), { case: first.id }))).toBe('published')
  advanceClock(dayMs)
  const following = {
    case: first.reference,
    title: 'Names with a NUL still escape',
    what: 'The check stops at the first NUL.',
    submission: formKey(),
  }
  return { project, first, following }
}

describe('followUpCase', () => {
  it('An incomplete fix is found after the announcement: a new case linked to the first.', async () => {
    const { project, first, following } = await announced()
    const before = value(await caseView(project.handler, { case: first.reference }))
    const { reference } = value(await followUpCase(project.handler, following))

    const next = value(await caseView(project.handler, { case: reference }))
    expect(next).toMatchObject({
      title: following.title,
      stage: 'acknowledged',
      handler: { name: project.handler.name },
      related: [{ relation: 'follows', reference: first.reference }],
      receivedAt: plusMs(testStart, 9 * dayMs),
      reports: [],
      clocks: [],
      announcedAt: null,
    })
    expect(next.messages.map(({ kind, body }) => [kind, body])).toEqual([['note', following.what]])
    expect(next.lines.map(({ affectedness }) => affectedness)).toEqual(['unknown', 'unknown'])
    expect(next.acts.reply_to_reporter.allowed).toBe(false)

    const now = value(await caseView(project.handler, { case: first.reference }))
    expect(now.related).toEqual([{ relation: 'followed_by', reference }])
    expect(now.announcedAt).toBe(before.announcedAt)
    expect(now.advisory).toEqual(before.advisory)
    expect((await historyOf(first.id)).at(-1)).toBe('followed_up')
    expect(await historyOf(next.id)).toEqual(['follows', 'acknowledged', 'note_added'])
    const queued = value(await caseQueue(project.handler, {}))
    expect(JSON.stringify(queued)).toContain(reference)
    expect(
      refusalOf(await writeToReporter(project.handler, { case: reference, body: 'Hello.' })),
    ).toBeDefined()
    const explanation = 'It is not there after all.'
    value(await resolveCase(project.handler, { case: reference, kind: 'not_reproducible', explanation }))
  })

  it('by a report that came in: that case follows the first, and keeps its reporter and promises', async () => {
    const { project, first, following } = await announced()
    const report = await addReport(project, { title: 'Your fix is not whole' })
    const clocks = value(await caseView(project.handler, { case: report.reference })).clocks
    const named = { ...following, existing: report.reference, title: '' }
    expect(value(await followUpCase(project.handler, named))).toEqual({ reference: report.reference })
    const next = value(await caseView(project.handler, { case: report.reference }))
    expect(next.related).toEqual([{ relation: 'follows', reference: first.reference }])
    expect(next.clocks).toEqual(clocks)
    expect(refusalOf(await followUpCase(project.handler, named))).toBe('refused')
    const elsewhere = await addReport(await addProject('Pedro', 'PED'))
    expect(
      refusalOf(await followUpCase(project.handler, { ...named, existing: elsewhere.reference })),
    ).toEqual(['invalid', 'existing'])
  })

  it('never goes in a circle, over however many cases', async () => {
    const { project, first, following } = await announced()
    const chain = [first.reference]
    for (const round of [1, 2]) {
      const again = { ...following, case: chain.at(-1) ?? '', submission: formKey(), title: `Round ${round}` }
      const { reference } = value(await followUpCase(project.handler, again))
      await db.update(cases).set({ announcedAt: now() }).where(eq(cases.reference, reference))
      chain.push(reference)
    }
    const circle = { ...following, case: chain[2] ?? '', existing: chain[0] ?? '', submission: formKey() }
    expect(await followUpCase(project.handler, circle)).toMatchObject({
      refusal: { message: expect.stringContaining('Pick the other way round') },
    })
  })

  it('sent twice is one case; before the announcement it is refused; and it is not for everybody', async () => {
    const { project, following } = await announced()
    const once = value(await followUpCase(project.handler, following))
    expect(value(await followUpCase(project.handler, following))).toEqual(once)
    expect(
      refusalOf(await followUpCase(project.handler, { ...following, submission: formKey(), title: '' })),
    ).toEqual(['invalid', 'title'])
    expect(refusalOf(await followUpCase(project.handler, { ...following, case: once.reference }))).toBe(
      'refused',
    )
    expect(refusalOf(await followUpCase(project.observer, following))).toBe('forbidden')
    expect(refusalOf(await followUpCase(project.stranger, following))).toBe('not_found')
  })
})
