import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { caseTags, events, tags } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { mostTagsOfCase } from '@/domain/cases/tag'
import { resetDatabase, testDatabase } from '@/test/database'
import { addReport } from '@/test/reporter'
import { addPerson, addProject, refusalOf, value } from '@/test/team'
import { caseQueue } from './case-queue'
import { caseEvents } from './case-events'
import { caseView } from './case-view'
import { restrictCase } from './change-title'
import { moveCase } from './move-case'
import { queueChoices } from './queue-choices'
import { tagCase, untagCase } from './tag-case'

const { db } = await testDatabase()
beforeEach(resetDatabase)

describe('tags', () => {
  it('stand on the row and the page of the case, and are events with the tag as sealed words', async () => {
    const project = await addProject()
    const { reference, caseId } = await addReport(project)
    const named = { case: reference }
    value(await tagCase(project.handler, { ...named, label: ' needs   CVE ' }))
    const [row] = value(await caseQueue(project.observer, { tag: 'Needs cve' })).cases
    expect(row).toMatchObject({ reference, tags: ['needs CVE'] })
    const view = value(await caseView(project.observer, named))
    expect(view.tags).toEqual(['needs CVE'])
    expect(value(await caseEvents(project.observer, named))[0]).toMatchObject({
      what: 'put a tag on the case',
      prose: 'needs CVE',
    })
    const stored = await db.select().from(events).where(eq(events.chainId, caseId))
    expect(JSON.stringify(stored.map(({ data }) => data))).not.toContain('CVE')

    value(await untagCase(project.handler, { ...named, label: 'NEEDS CVE' }))
    expect(value(await caseQueue(project.observer, { tag: 'needs cve' })).cases).toEqual([])
    expect(value(await caseEvents(project.observer, named))[0]).toMatchObject({
      what: 'took a tag off the case',
      prose: 'needs CVE',
    })
  })

  it('are one however they are written, and of one project each', async () => {
    const project = await addProject()
    const other = await addProject('Pedro', 'PED')
    const owner = await addPerson('Olga', { isOwner: true })
    const mine = await addReport(project)
    const second = await addReport(project)
    const theirs = await addReport(other)
    value(await tagCase(owner, { case: mine.reference, label: 'Parser' }))
    value(await tagCase(owner, { case: second.reference, label: 'parser' }))
    value(await tagCase(owner, { case: theirs.reference, label: 'parser' }))
    expect(await db.select().from(tags)).toHaveLength(2)
    expect(value(await caseQueue(owner, { tag: 'PARSER' })).cases).toHaveLength(3)
    const { projects } = value(await queueChoices(owner, {}))
    expect(projects.map(({ slug, tags: known }) => [slug, known])).toEqual([
      [project.slug, ['Parser']],
      [other.slug, ['parser']],
    ])
  })

  it('are refused twice, beyond what fits, without being there, and with a comma', async () => {
    const project = await addProject()
    const named = { case: (await addReport(project)).reference }
    expect(refusalOf(await untagCase(project.handler, { ...named, label: 'x1' }))).toBe('refused')
    for (let n = 0; n < mostTagsOfCase; n++)
      value(await tagCase(project.handler, { ...named, label: `x${n}` }))
    expect(refusalOf(await tagCase(project.handler, { ...named, label: 'X1' }))).toBe('refused')
    expect(refusalOf(await tagCase(project.handler, { ...named, label: 'one more' }))).toBe('refused')
    for (const label of ['a, b', '', 'x'.repeat(31)])
      expect(refusalOf(await tagCase(project.handler, { ...named, label }))).toEqual(['invalid', 'label'])
    expect(await db.select().from(caseTags)).toHaveLength(mostTagsOfCase)
  })

  it('are put on by those who handle the case, and by nobody who only reads or sees nothing', async () => {
    const project = await addProject()
    const { reference } = await addReport(project)
    const input = { case: reference, label: 'parser' }
    expect(refusalOf(await tagCase(project.observer, input))).toBe('forbidden')
    expect(refusalOf(await tagCase(project.stranger, input))).toBe('not_found')
    expect(refusalOf(await tagCase(project.handler, { ...input, case: randomUUID() }))).toBe('not_found')
  })

  it('of restricted cases alone are not offered to those who do not see them', async () => {
    const project = await addProject()
    const named = { case: (await addReport(project)).reference }
    value(await tagCase(project.lead, { ...named, label: 'striped' }))
    value(await restrictCase(project.lead, { ...named, isRestricted: true }))
    const offered = async (actor: Actor) =>
      value(await queueChoices(actor, {})).projects.flatMap(({ tags: known }) => known)
    expect(await offered(project.lead)).toEqual(['striped'])
    expect(await offered(project.handler)).toEqual([])
  })

  it('go along with a case that moves', async () => {
    const project = await addProject()
    const other = await addProject('Pedro', 'PED')
    const owner = await addPerson('Olga', { isOwner: true })
    const { reference } = await addReport(project)
    value(await tagCase(owner, { case: reference, label: 'parser' }))
    value(await moveCase(owner, { case: reference, to: other.slug, explanation: 'It is theirs.' }))
    const [row] = value(await caseQueue(other.observer, { tag: 'parser' })).cases
    expect(row?.reference).toBe(reference)
  })
})
