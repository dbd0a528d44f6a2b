import { randomUUID } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { cases, events, lineStatuses, policyVersions, releaseLines } from '@/db/schema'
import type { CaseEvent } from '@/domain/cases/case-event'
import { appendEvent, instanceChainId } from '@/server/kernel/event-chain'
import { vault } from '@/server/kernel/vault'
import { now } from '@/server/kernel/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { addProject, anyone, refusalOf, value } from '@/test/team'
import { addReleaseLine } from './add-release-line'
import { changeReleaseLine } from './change-release-line'
import { publicProject } from './public-project'
import { removeReleaseLine } from './remove-release-line'

const { db, tx } = await testDatabase()
beforeEach(resetDatabase)

type Project = Awaited<ReturnType<typeof addProject>>

const line = {
  name: '1.2.x',
  range: '>=1.2.0 <1.3.0',
  branch: 'release/1.2',
  supportedFrom: '2026-01-31',
  supportedUntil: '2027-01-31',
}
const add = (project: Project, given: object = {}) =>
  addReleaseLine(project.lead, { project: project.slug, ...line, ...given })

const lastEvent = async (chainId: string) =>
  (await db.select().from(events).where(eq(events.chainId, chainId)).orderBy(asc(events.position))).at(-1)

/** A case of the project as far as lines need one: its row, its chain, and the lines it lists. */
async function addCase(project: Project, listed: string[], happened: CaseEvent[] = []): Promise<string> {
  const id = randomUUID()
  const { wrapped, vault: caseVault } = vault().newCaseKey(id)
  const [policy] = await db.select().from(policyVersions).where(eq(policyVersions.projectId, project.id))
  await db.insert(cases).values({
    id,
    reference: `MAR-2026-${id.slice(0, 8).toUpperCase()}`,
    projectId: project.id,
    policyVersionId: policy!.id,
    wrappedKey: wrapped,
    title: caseVault.seal({ table: 'cases', row: id, column: 'title' }, 'A title'),
    receivedAt: now(),
    changedAt: now(),
    ...(happened.some(({ type }) => type === 'resolved') && {
      stage: 'closed',
      resolution: 'spam',
      resolvedAt: now(),
    }),
  })
  await tx(async (inside) => {
    for (const { type, at, data } of happened) {
      await appendEvent(inside, { chainId: id, type, at, data, actor: anyone, prose: null })
    }
  })
  for (const lineId of listed) await db.insert(lineStatuses).values({ caseId: id, lineId, changedAt: now() })
  return id
}

describe('addReleaseLine', () => {
  it('stores the days in the zone of the policy, derives the state, and records it', async () => {
    const project = await addProject()
    const { id } = value(await add(project))
    value(
      await add(project, {
        name: '1.1.x',
        range: '1.1.x',
        supportedFrom: '2025-01-01',
        supportedUntil: '2026-11-19',
      }),
    )
    value(await add(project, { name: 'main', range: '>=2.0.0', isDevelopment: 'on', supportedUntil: '' }))
    value(
      await add(project, {
        name: '1.10.x',
        range: '1.10.x',
        supportedFrom: '2026-12-01',
        supportedUntil: null,
      }),
    )
    const shown = value(await publicProject(anyone, { project: project.slug })).lines
    expect(shown.map(({ name, state, from, until }) => [name, state, from, until])).toEqual([
      ['main', 'development', '2026-01-31', null],
      ['1.10.x', 'upcoming', '2026-12-01', null],
      ['1.2.x', 'supported', '2026-01-31', '2027-01-31'],
      ['1.1.x', 'ended', '2025-01-01', '2026-11-19'],
    ])
    // The last day is included.
    expect(shown[2]).toMatchObject({
      id,
      supportedFrom: '2026-01-31T00:00:00.000Z',
      supportedUntil: '2027-02-01T00:00:00.000Z',
    })
    expect(await lastEvent(instanceChainId)).toMatchObject({ type: 'release_line_added' })
  })

  it('becomes an open question of every open case that lists lines, and of no other', async () => {
    const project = await addProject()
    const known = value(await add(project)).id
    const open = await addCase(project, [known])
    const unlisted = await addCase(project, [])
    const closed = await addCase(
      project,
      [known],
      [{ type: 'resolved', at: now(), data: { resolution: 'spam' } }],
    )
    const added = value(await add(project, { name: '1.3.x', range: '1.3.x' }))
    expect(added.askedCases).toBe(1)
    const rows = await db.select().from(lineStatuses).where(eq(lineStatuses.lineId, added.id))
    expect(rows).toMatchObject([
      { caseId: open, affectedness: 'unknown', plan: null, changedBy: project.lead.personId },
    ])
    expect(await lastEvent(open)).toMatchObject({
      type: 'line_changed',
      actor: { kind: 'person', personId: project.lead.personId },
      data: { lineId: added.id, affectedness: 'unknown', plan: null, work: null },
    })
    expect(await lastEvent(unlisted)).toBeUndefined()
    expect(await lastEvent(closed)).toMatchObject({ type: 'resolved' })
  })

  it.each([
    ['a name that exists', { range: '2.x' }, 'name'],
    ['versions another line has', { name: 'other', range: '>=1.2.5 <2.0.0' }, 'range'],
    ['a range with a hole', { name: 'other', range: '2.x || 4.x' }, 'range'],
    ['what is no range', { name: 'other', range: 'newest' }, 'range'],
    [
      'an end before the beginning',
      { name: 'o', range: '2.x', supportedUntil: '2026-01-30' },
      'supportedUntil',
    ],
    ['a day that does not exist', { name: 'o', range: '2.x', supportedFrom: '2026-02-30' }, 'supportedFrom'],
  ])('refuses %s', async (_what, given, field) => {
    const project = await addProject()
    value(await add(project))
    expect(refusalOf(await add(project, given))).toEqual(['invalid', field])
  })

  it('lets one of two lines have the versions when both are added at once', async () => {
    const project = await addProject()
    const both = await Promise.all([add(project, { name: 'a' }), add(project, { name: 'b' })])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.map(refusalOf)).toContainEqual(['invalid', 'range'])
  })

  it('is for leads; for a stranger there is nothing', async () => {
    const project = await addProject()
    const asked = { project: project.slug, ...line }
    expect(refusalOf(await addReleaseLine(project.handler, asked))).toBe('forbidden')
    expect(refusalOf(await addReleaseLine(project.stranger, asked))).toBe('not_found')
    expect(await db.select().from(releaseLines)).toEqual([])
  })
})

describe('changeReleaseLine', () => {
  const change = (project: Project, id: string, version: number, given: object = {}) =>
    changeReleaseLine(project.lead, { project: project.slug, line: id, version, ...line, ...given })

  it('changes the line, records it, and renews what open cases derive from it', async () => {
    const project = await addProject()
    const { id } = value(await add(project))
    const open = await addCase(project, [id])
    const before = await db.select().from(cases).where(eq(cases.id, open))
    expect(value(await change(project, id, 1, { supportedUntil: '2026-11-01' }))).toEqual({ version: 2 })
    expect(value(await publicProject(anyone, { project: project.slug })).lines).toMatchObject([
      { state: 'ended', until: '2026-11-01' },
    ])
    expect(await lastEvent(instanceChainId)).toMatchObject({
      type: 'release_line_changed',
      data: { lineId: id },
    })
    const after = await db.select().from(cases).where(eq(cases.id, open))
    expect(after[0]!.version).toBe(before[0]!.version + 1)
  })

  it('loses a race without overwriting, and shows what stands', async () => {
    const project = await addProject()
    const { id } = value(await add(project))
    value(await change(project, id, 1, { supportedUntil: '2026-12-31' }))
    expect(await change(project, id, 1, { branch: 'mine' })).toMatchObject({
      ok: false,
      refusal: {
        code: 'conflict',
        current: { version: 2, supportedUntil: '2026-12-31', branch: line.branch },
      },
    })
  })

  it('does not find a line through another project', async () => {
    const project = await addProject()
    const other = await addProject('Pedro', 'PED')
    const { id } = value(await add(project))
    expect(refusalOf(await change(other, id, 1))).toBe('not_found')
    expect(
      refusalOf(
        await changeReleaseLine(project.observer, { project: project.slug, line: id, version: 1, ...line }),
      ),
    ).toBe('forbidden')
  })
})

describe('removeReleaseLine', () => {
  it('removes a line no case names, and records its name', async () => {
    const project = await addProject()
    const { id } = value(await add(project))
    expect(value(await removeReleaseLine(project.lead, { project: project.slug, line: id }))).toEqual({
      removed: '1.2.x',
    })
    expect(await db.select().from(releaseLines)).toEqual([])
    expect(await lastEvent(instanceChainId)).toMatchObject({
      type: 'release_line_removed',
      data: { name: '1.2.x' },
    })
    expect(refusalOf(await removeReleaseLine(project.lead, { project: project.slug, line: id }))).toBe(
      'not_found',
    )
  })

  it('keeps a line that a case names, and says what to do instead', async () => {
    const project = await addProject()
    const { id } = value(await add(project))
    await addCase(project, [id])
    expect(await removeReleaseLine(project.lead, { project: project.slug, line: id })).toMatchObject({
      ok: false,
      refusal: { code: 'refused', reasons: ['One case names it. Give its support a last day instead.'] },
    })
    expect(refusalOf(await removeReleaseLine(project.stranger, { project: project.slug, line: id }))).toBe(
      'not_found',
    )
  })
})
