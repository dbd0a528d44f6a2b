import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { cases, lineStatuses, people, releaseLines } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { queueViews, type QueueFilters } from '@/domain/cases/queue-filters'
import { dayMs, hourMs, plusMs } from '@/lib/instant'
import { keepUnread } from '@/server/attention/look-at-case'
import { now } from '@/server/kernel/clock'
import { vault } from '@/server/kernel/vault'
import { resetDatabase, testDatabase } from '@/test/database'
import { storeCase, type StoredCase } from '@/test/stored-case'
import { addPerson, addProject, anyone, refusalOf, value } from '@/test/team'
import { caseQueue } from './case-queue'
import { queueChoices } from './queue-choices'
import { readQueueFilters } from './queue-input'

const { db } = await testDatabase()
beforeEach(resetDatabase)

const queueOf = async (actor: Actor, filters: QueueFilters = {}) => value(await caseQueue(actor, filters))
const titles = async (actor: Actor, filters: QueueFilters = {}) =>
  (await queueOf(actor, filters)).cases.map((row) => row.title)
const dueIn = (hours: number) => plusMs(now(), hours * hourMs)

describe('who sees what', () => {
  it('shows each person the cases that exist for them, and counts no others', async () => {
    const project = await addProject()
    const other = await addProject('Pedro', 'PED')
    await storeCase(project, 'Ordinary')
    const restricted = await storeCase(project, 'Restricted', { isRestricted: true })
    const handled = await storeCase(project, 'Restricted, with the handler', {
      isRestricted: true,
      handlerId: project.handler.personId,
    })
    await storeCase(other, 'Elsewhere')

    const seen = async (actor: Actor) => {
      const { cases: rows, counts } = await queueOf(actor)
      expect(counts.open).toBe(rows.length)
      return rows.map((row) => row.title).sort()
    }
    const all = ['Ordinary', 'Restricted', 'Restricted, with the handler']
    expect(await seen(project.owner)).toEqual(['Elsewhere', ...all])
    expect(await seen(project.lead)).toEqual(all)
    expect(await seen(project.handler)).toEqual(['Ordinary', 'Restricted, with the handler'])
    expect(await seen(project.observer)).toEqual(['Ordinary'])
    expect(await seen(project.stranger)).toEqual([])
    expect(await seen({ ...project.handler, cases: { [restricted.id]: 'handler' } })).toEqual(all)
    expect(await seen({ ...project.stranger, cases: { [handled.id]: 'collaborator' } })).toEqual([all[2]])
    expect(await seen({ ...project.stranger, cases: { [handled.id]: 'handler' } })).toEqual([])
    expect(await titles(project.observer, { q: restricted.reference })).toEqual([])
    expect((await queueOf(other.handler, { project: project.slug })).counts.open).toBe(0)
  })

  it('is for people who are signed in', async () => {
    expect(refusalOf(await caseQueue(anyone, {}))).toBe('not_found')
    expect(refusalOf(await queueChoices(anyone, {}))).toBe('not_found')
    expect(refusalOf(await caseQueue({ kind: 'reporter', reportId: randomUUID() }, {}))).toBe('not_found')
  })
})

describe('views', () => {
  it('hold what they say, and count it', async () => {
    const project = await addProject()
    const { personId: handlerId } = project.handler
    const acknowledgedAt = now()
    const stored: Record<string, StoredCase> = {
      Unassigned: { nextDueAt: dueIn(5) },
      Mine: { handlerId, nextDueAt: dueIn(30), stage: 'acknowledged' },
      Overdue: { handlerId: project.lead.personId, nextDueAt: dueIn(-1) },
      Waiting: { handlerId: project.lead.personId, waitsForReporter: true },
      Ready: { handlerId: project.lead.personId, stage: 'released' },
      Suspended: {
        handlerId: project.lead.personId,
        stage: 'released',
        scheduledFor: dueIn(-2),
        suspended: true,
      },
      Scheduled: { handlerId: project.lead.personId, stage: 'released', scheduledFor: dueIn(48) },
      Announced: { handlerId, stage: 'announced', announcedAt: acknowledgedAt, scheduledFor: dueIn(-1) },
      Closed: { handlerId, stage: 'closed', resolution: 'withdrawn', resolvedAt: acknowledgedAt },
      Held: { isHeld: true, nextDueAt: dueIn(-1) },
      Spam: { stage: 'closed', resolution: 'spam', resolvedAt: acknowledgedAt },
    }
    for (const [title, row] of Object.entries(stored)) {
      const { reference } = await storeCase(project, title, row)
      if (['Ready', 'Closed'].includes(title)) value(await keepUnread(project.handler, { case: reference }))
    }

    const held = Object.fromEntries(
      await Promise.all(
        queueViews.map(async (view) => [view, (await titles(project.handler, { view })).sort()] as const),
      ),
    )
    const names = Object.keys(stored).sort()
    expect(held).toEqual({
      open: names.filter((name) => !['Closed', 'Held', 'Spam'].includes(name)),
      unassigned: ['Unassigned'],
      mine: ['Announced', 'Mine'],
      unread: ['Ready'],
      overdue: ['Overdue'],
      waiting_for_reporter: ['Waiting'],
      ready_to_schedule: ['Ready', 'Suspended'],
      scheduled: ['Scheduled'],
      announced: ['Announced'],
      held: ['Held'],
      closed: ['Closed'],
      spam: ['Spam'],
      all: names.filter((name) => name !== 'Held'),
    })
    const { counts } = await queueOf(project.handler)
    for (const [view, count] of Object.entries(counts))
      expect([view, count]).toEqual([view, held[view]?.length])
  })

  it('are narrowed by project, severity, stage, handler and reference', async () => {
    const project = await addProject()
    const other = await addProject('Pedro', 'PED')
    const { owner } = project
    const { personId: handlerId } = project.handler
    await storeCase(project, 'A', { rating: 'high', handlerId, stage: 'fixing', reference: 'MAR-7K3QX' })
    await storeCase(project, 'B', { reference: 'MAR-7M000', nextDueAt: dueIn(1) })
    await storeCase(other, 'C', {
      rating: 'low',
      reference: 'PED-00000',
      stage: 'closed',
      resolution: 'spam',
      resolvedAt: now(),
    })

    expect(await titles(owner, { project: project.slug })).toEqual(['B', 'A'])
    expect(await titles(owner, { project: 'nothing' })).toEqual([])
    expect(await titles(owner, { severity: 'high' })).toEqual(['A'])
    expect(await titles(owner, { severity: 'unrated' })).toEqual(['B'])
    expect(await titles(owner, { stage: 'fixing' })).toEqual(['A'])
    expect(await titles(owner, { handler: handlerId })).toEqual(['A'])
    expect(await titles(owner, { q: 'mar 7', sort: 'due' })).toEqual(['B', 'A'])
    expect(await titles(owner, { q: 'mar-7k3qx' })).toEqual(['A'])
    expect(await titles(owner, { q: 'PED' })).toEqual(['C'])
    expect(await titles(owner, { q: 'PED', view: 'open' })).toEqual([])
    expect(await titles(owner, { q: '%' })).toEqual([])
    expect((await queueOf(owner, { project: other.slug })).counts.open).toBe(0)
  })
})

describe('a row', () => {
  it('says what is due, whose it is and how far each line is', async () => {
    const project = await addProject()
    const { personId: handlerId, name } = project.handler
    const lines = await db
      .insert(releaseLines)
      .values(
        ['1.x', '2.x', '3.x'].map((line, index) => ({
          projectId: project.id,
          name: line,
          range: line,
          branch: line,
          supportedFrom: plusMs(now(), (index - 9) * dayMs),
        })),
      )
      .returning()
    const { id, reference } = await storeCase(project, 'Names escape', {
      handlerId,
      rating: 'critical',
      stage: 'fixing',
      nextDueAt: dueIn(24),
      nextDueKind: 'respond',
      scheduledFor: dueIn(72),
    })
    const changedAt = now()
    await db.insert(lineStatuses).values([
      {
        caseId: id,
        lineId: lines[0]!.id,
        affectedness: 'not_affected',
        justification: 'component_not_present',
        changedAt,
      },
      {
        caseId: id,
        lineId: lines[1]!.id,
        affectedness: 'affected',
        plan: 'fix',
        work: 'in_review',
        changedAt,
      },
      {
        caseId: id,
        lineId: lines[2]!.id,
        affectedness: 'affected',
        plan: 'fix',
        work: 'released',
        releasedVersion: '3.0.1',
        releasedAt: changedAt,
        changedAt,
      },
    ])
    expect((await queueOf(project.observer)).cases).toEqual([
      {
        reference,
        project: project.slug,
        title: 'Names escape',
        stage: 'fixing',
        rating: 'critical',
        due: { kind: 'respond', dueAt: dueIn(24), status: 'due_soon' },
        waitsForReporter: false,
        isRestricted: false,
        handler: { id: handlerId, name },
        lines: [
          { name: '3.x', mark: 'released', version: '3.0.1' },
          { name: '2.x', mark: 'in_work' },
          { name: '1.x', mark: 'not_affected' },
        ],
        receivedAt: now(),
        changedAt: now(),
        tags: [],
        scheduledFor: dueIn(72),
      },
    ])
  })

  it('shows a title as it is now', async () => {
    const project = await addProject()
    const { id } = await storeCase(project, 'Before')
    expect(await titles(project.lead)).toEqual(['Before'])
    const [row] = await db.select().from(cases).where(eq(cases.id, id))
    const title = vault()
      .openCaseKey(id, row!.wrappedKey)
      .seal({ table: 'cases', row: id, column: 'title' }, 'After')
    await db.update(cases).set({ title }).where(eq(cases.id, id))
    expect(await titles(project.lead)).toEqual(['After'])
  })
})

describe('order and pages', () => {
  it('sorts by what is due, by age, by severity and by change', async () => {
    const project = await addProject()
    await storeCase(project, 'A', {
      nextDueAt: dueIn(9),
      rating: 'low',
      receivedAt: dueIn(-3),
      changedAt: dueIn(-1),
    })
    await storeCase(project, 'B', { rating: 'critical', receivedAt: dueIn(-1), changedAt: dueIn(-2) })
    await storeCase(project, 'C', { nextDueAt: dueIn(-5), receivedAt: dueIn(-2), changedAt: dueIn(-3) })
    await storeCase(project, 'D', {
      nextDueAt: dueIn(1),
      rating: 'low',
      receivedAt: dueIn(-9),
      changedAt: dueIn(-9),
    })
    expect(await titles(project.lead)).toEqual(['C', 'D', 'A', 'B'])
    expect(await titles(project.lead, { sort: 'age' })).toEqual(['D', 'A', 'C', 'B'])
    expect(await titles(project.lead, { sort: 'severity' })).toEqual(['B', 'D', 'A', 'C'])
    expect(await titles(project.lead, { sort: 'changed' })).toEqual(['A', 'B', 'C', 'D'])
  })

  it.each(['due', 'age', 'severity', 'changed'] as const)(
    'shows every case once over the pages by %s, while others come and go',
    async (sort) => {
      const project = await addProject()
      const ratings = ['low', 'critical', null] as const
      for (let n = 0; n < 120; n++)
        await storeCase(project, `Case ${n}`, {
          // Many share an instant, and some have none.
          nextDueAt: n % 4 === 0 ? null : dueIn(n % 5),
          receivedAt: dueIn(-(n % 7)),
          changedAt: dueIn(-(n % 3)),
          rating: ratings[n % 3],
        })
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const page = await queueOf(project.lead, { sort, cursor })
        expect(page.cases.length).toBeLessThanOrEqual(50)
        seen.push(...page.cases.map((row) => row.title))
        const first = page.cases[0]!
        await db
          .update(cases)
          .set({ stage: 'closed', resolution: 'spam', resolvedAt: now() })
          .where(eq(cases.reference, first.reference))
        cursor = page.next ?? undefined
      } while (cursor)
      expect(new Set(seen).size).toBe(120)
      expect(seen).toHaveLength(120)
    },
  )

  it('refuses a cursor that is of another list, or made up', async () => {
    const project = await addProject()
    for (let n = 0; n < 51; n++) await storeCase(project, `Case ${n}`)
    const { next } = await queueOf(project.lead)
    for (const given of [{ cursor: next!, sort: 'age' as const }, { cursor: 'nonsense' }, { cursor: 'W10' }])
      expect(refusalOf(await caseQueue(project.lead, given))).toEqual(['invalid', 'cursor'])
  })
})

describe('filters', () => {
  it('in an address that make no sense are left out; in the API they are refused', async () => {
    const search = {
      view: 'mine',
      stage: 'asleep',
      severity: ['high', 'low'],
      q: '',
      handler: 'me',
      other: '1',
    }
    expect(readQueueFilters(search)).toEqual({ view: 'mine', severity: 'high' })
    const project = await addProject()
    expect(refusalOf(await caseQueue(project.lead, { stage: 'asleep' as never }))).toEqual([
      'invalid',
      'stage',
    ])
  })

  it('offer the projects one sees, and those who can answer for their cases', async () => {
    const project = await addProject()
    await addProject('Pedro', 'PED')
    const gone = await addPerson('Gone', { roles: { [project.id]: 'handler' } })
    await db.update(people).set({ removedAt: now() }).where(eq(people.id, gone.personId))
    const choices = value(await queueChoices(project.observer, {}))
    expect(choices.projects).toMatchObject([{ slug: project.slug, mayAssign: false }])
    const [own] = choices.projects
    expect(own!.handlers).not.toContain(gone.personId)
    expect(own!.handlers).toContain(project.handler.personId)
    expect(own!.handlers).not.toContain(project.observer.personId)
    expect(choices.people[project.handler.personId]).toBe(project.handler.name)
    expect(choices.mayCreateProject).toBe(false)
    const forHandler = value(await queueChoices(project.handler, {}))
    expect(forHandler.projects.map((one) => one.mayAssign)).toEqual([true])
    expect(value(await queueChoices(project.owner, {}))).toMatchObject({ mayCreateProject: true })
  })
})
