import { beforeEach, describe, expect, it } from 'vitest'
import { eq } from 'drizzle-orm'
import { cases, events, savedViews } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { mostViews } from '@/domain/views/saved-view'
import { dayMs, hourMs } from '@/lib/instant'
import { jobActor } from '@/server/auth/job-actor'
import { acknowledgeCase } from '@/server/cases/acknowledge-case'
import { queueChoices } from '@/server/cases/queue-choices'
import { instanceChainId } from '@/server/kernel/event-chain'
import { removePerson } from '@/server/people/remove-person'
import { sweepPeople } from '@/server/people/sweep-people'
import { advanceClock } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { addWelcomedReport } from '@/test/reporter'
import { addSampleProject } from '@/test/sample-case'
import { addPerson, addProject, anyone, refusalOf, value } from '@/test/team'
import { moveView, renameView } from './change-view'
import { keepView, shareView } from './keep-view'
import { keptViews } from './kept-views'
import { removeView, restoreView } from './remove-view'

const { db } = await testDatabase()
beforeEach(resetDatabase)

const viewsOf = async (actor: Actor) => value(await queueChoices(actor, {})).views
const names = async (actor: Actor) => (await viewsOf(actor)).map(({ name }) => name)
const sweep = async () => value(await sweepPeople(jobActor('people.sweep'), {}))

describe('kept views, counted', () => {
  it('hold as many cases as their queue shows whoever looks', async () => {
    const project = await addSampleProject()
    const other = await addProject('Pedro', 'PED')
    expect(value(await keptViews(project.handler, {})).views).toEqual([])
    const [, , horse] = await Promise.all(
      ['A striped zebra', 'Another zebra', 'A horse'].map(async (title) => {
        const { reference, caseId } = await addWelcomedReport(project, { title })
        value(await acknowledgeCase(project.handler, { case: reference }))
        return caseId
      }),
    )
    for (const [name, filters] of [
      ['Everything', ''],
      ['Zebras', 'q=zebra'],
      ['Mine', 'view=mine'],
      ['Elsewhere', `project=${other.slug}`],
    ] as const)
      for (const who of [project.handler, project.owner]) value(await keepView(who, { name, filters }))
    const counts = async (who: Actor) =>
      value(await keptViews(who, {})).views.map(({ name, count }) => [name, count])
    expect(await counts(project.handler)).toEqual([
      ['Everything', 3],
      ['Zebras', 2],
      ['Mine', 3],
      ['Elsewhere', 0],
    ])
    await db
      .update(cases)
      .set({ isRestricted: true, handlerId: project.lead.personId })
      .where(eq(cases.id, horse ?? ''))
    expect(await counts(project.handler)).toEqual([
      ['Everything', 2],
      ['Zebras', 2],
      ['Mine', 2],
      ['Elsewhere', 0],
    ])
    expect(await counts(project.owner)).toEqual([
      ['Everything', 3],
      ['Zebras', 2],
      ['Mine', 0],
      ['Elsewhere', 0],
    ])
  })
})

describe('kept views', () => {
  it('hold the filters, the search and the order, for their maker alone', async () => {
    const project = await addProject()
    const filters = 'view=mine&severity=high&q=zebra+header&sort=age&cursor=abc&stage=asleep'
    const { id } = value(await keepView(project.handler, { name: ' Striped  animals ', filters }))
    expect(await viewsOf(project.handler)).toEqual([
      {
        id,
        name: 'Striped animals',
        project: null,
        filters: { view: 'mine', severity: 'high', q: 'zebra header', sort: 'age' },
        mayChange: true,
      },
    ])
    for (const other of [project.lead, project.owner]) {
      expect(await names(other)).toEqual([])
      expect(refusalOf(await renameView(other, { view: id, name: 'X' }))).toBe('not_found')
    }
    expect(refusalOf(await keepView(anyone, { name: 'X', filters: '' }))).toBe('not_found')
    const [row] = await db.select().from(savedViews)
    expect(Buffer.from(row!.filters).toString('latin1')).not.toContain('zebra')
  })

  it('are shared by handlers with the team of a project, and are about that project', async () => {
    const project = await addProject()
    const other = await addProject('Pedro', 'PED')
    const input = { name: 'Ours', filters: `q=zebra&project=${other.slug}`, project: project.slug }
    expect(refusalOf(await shareView(project.observer, input))).toBe('forbidden')
    expect(refusalOf(await shareView(other.lead, input))).toBe('not_found')
    const { id } = value(await shareView(project.handler, input))
    const seen = { id, name: 'Ours', project: project.slug, filters: { q: 'zebra', project: project.slug } }
    expect(await viewsOf(project.observer)).toEqual([{ ...seen, mayChange: false }])
    expect(await viewsOf(project.lead)).toEqual([{ ...seen, mayChange: true }])
    expect(await names(other.lead)).toEqual([])
    expect(refusalOf(await renameView(project.observer, { view: id, name: 'X' }))).toBe('forbidden')
    expect(refusalOf(await removeView(other.lead, { view: id }))).toBe('not_found')
    value(await renameView(project.lead, { view: id, name: 'Everybody’s' }))
    expect(await names(project.observer)).toEqual(['Everybody’s'])
  })

  it('stand in the order they are moved to', async () => {
    const { handler } = await addProject()
    const kept: Record<string, string> = {}
    for (const name of ['A', 'B', 'C']) kept[name] = value(await keepView(handler, { name, filters: '' })).id
    value(await moveView(handler, { view: kept.C!, by: 'up' }))
    expect(await names(handler)).toEqual(['A', 'C', 'B'])
    value(await moveView(handler, { view: kept.A!, by: 'down' }))
    expect(await names(handler)).toEqual(['C', 'A', 'B'])
    value(await moveView(handler, { view: kept.B!, by: 'down' }))
    expect(await names(handler)).toEqual(['C', 'A', 'B'])
    value(await keepView(handler, { name: 'D', filters: '' }))
    expect(await names(handler)).toEqual(['C', 'A', 'B', 'D'])
  })

  it('come back to their place for a day after they were removed, each step an event', async () => {
    const { handler } = await addProject()
    const { id } = value(await keepView(handler, { name: 'A', filters: '' }))
    value(await keepView(handler, { name: 'B', filters: '' }))
    value(await removeView(handler, { view: id }))
    expect(await names(handler)).toEqual(['B'])
    expect(refusalOf(await removeView(handler, { view: id }))).toBe('not_found')
    advanceClock(23 * hourMs)
    await sweep()
    value(await restoreView(handler, { view: id }))
    expect(await names(handler)).toEqual(['A', 'B'])
    expect(refusalOf(await restoreView(handler, { view: id }))).toBe('not_found')
    value(await removeView(handler, { view: id }))
    advanceClock(dayMs + hourMs)
    await sweep()
    expect(refusalOf(await restoreView(handler, { view: id }))).toBe('not_found')
    const told = await db
      .select()
      .from(events)
      .where(eq(events.chainId, instanceChainId))
      .orderBy(events.position)
    expect(told.map(({ type }) => type).slice(-5)).toEqual([
      'view_saved',
      'view_saved',
      'view_removed',
      'view_restored',
      'view_removed',
    ])
  })

  it('are so many at most', async () => {
    const { handler } = await addProject()
    for (let n = 0; n < mostViews; n++) value(await keepView(handler, { name: `V${n}`, filters: '' }))
    expect(refusalOf(await keepView(handler, { name: 'More', filters: '' }))).toBe('refused')
  })

  it('go with their maker, except those a team shares', async () => {
    const project = await addProject()
    const leaving = await addPerson('Leaving', { roles: { [project.id]: 'handler' } })
    value(await keepView(leaving, { name: 'Own', filters: '' }))
    value(await shareView(leaving, { name: 'Ours', filters: '', project: project.slug }))
    value(await removePerson(project.owner, { personId: leaving.personId, handOverTo: '' } as never))
    expect(await names(project.lead)).toEqual(['Ours'])
    expect(await db.select().from(savedViews)).toHaveLength(1)
  })
})
