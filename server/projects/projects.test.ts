import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { events, memberships } from '@/db/schema'
import { instanceChainId } from '@/server/kernel/event-chain'
import { resetDatabase, testDatabase } from '@/test/database'
import { addPerson, addProject, anyone, refusalOf, value } from '@/test/team'
import { changeProject } from './change-project'
import { createProject } from './create-project'
import { projectSettings } from './project-settings'
import { projectsOfPerson } from './projects-of-person'
import { publicProject } from './public-project'
import { publicProjects } from './public-projects'

const { db } = await testDatabase()
beforeEach(resetDatabase)

const recorded = async () =>
  (await db.select().from(events).where(eq(events.chainId, instanceChainId)).orderBy(events.position)).map(
    ({ type, data }) => [type, data],
  )

const facts = { name: 'Marmotte', key: 'mar', summary: 'A server.' }

describe('createProject', () => {
  it('makes the project, its first policy and its lead, and records each', async () => {
    const owner = await addPerson('Olga', { isOwner: true })
    const { id, slug } = value(
      await createProject(owner, { ...facts, name: 'Märmotte & Co', packages: 'pkg:npm/@marmotte/core\n\n' }),
    )
    expect(slug).toBe('marmotte-co')
    const shown = value(await publicProject(anyone, { project: slug }))
    expect(shown).toMatchObject({
      key: 'MAR',
      packages: [{ purl: 'pkg:npm/%40marmotte/core', ecosystem: 'npm', name: '@marmotte/core' }],
      policy: { version: 1 },
      lines: [],
    })
    expect(await db.select().from(memberships)).toMatchObject([{ personId: owner.personId, role: 'lead' }])
    expect(await recorded()).toEqual([
      ['project_created', { projectId: id }],
      ['role_changed', { personId: owner.personId, projectId: id, role: 'lead' }],
      ['policy_changed', { projectId: id, version: 1 }],
    ])
  })

  it('is for owners only', async () => {
    const person = await addPerson('Pat')
    expect(refusalOf(await createProject(person, facts))).toBe('forbidden')
    expect(refusalOf(await createProject(anyone, facts))).toBe('forbidden')
  })

  it('says which fields are taken, and changes nothing', async () => {
    const owner = await addPerson('Olga', { isOwner: true })
    value(await createProject(owner, facts))
    const before = await recorded()
    expect(refusalOf(await createProject(owner, facts))).toEqual(['invalid', 'slug', 'key'])
    expect(refusalOf(await createProject(owner, { ...facts, slug: 'other' }))).toEqual(['invalid', 'key'])
    expect(await recorded()).toEqual(before)
  })

  it('gives one of two simultaneous projects the key', async () => {
    const owner = await addPerson('Olga', { isOwner: true })
    const both = await Promise.all([createProject(owner, facts), createProject(owner, facts)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.map(refusalOf)).toContainEqual(['invalid', 'slug', 'key'])
  })

  it.each([
    ['a reserved slug', { slug: 'console' }, 'slug'],
    ['a key that begins with a digit', { key: '1AB' }, 'key'],
    ['a package with a version', { packages: ['pkg:npm/a@1.0.0'] }, 'packages'],
    ['something that is no package', { packages: 'left-pad' }, 'packages'],
    ['a repository without HTTPS', { repository: 'http://example.org/x' }, 'repository'],
    ['a name of nothing', { name: '  ' }, 'name'],
    ['a lead nobody knows', { leadId: '00000000-0000-4000-8000-000000000001' }, 'leadId'],
    ['a name that makes no slug', { name: '雪' }, 'slug'],
  ])('refuses %s', async (_what, given, field) => {
    const owner = await addPerson('Olga', { isOwner: true })
    expect(refusalOf(await createProject(owner, { ...facts, ...given }))).toEqual(['invalid', field])
  })
})

describe('changeProject', () => {
  const change = {
    name: 'Marmotte Server',
    summary: 'Better.',
    repository: 'https://git.example.org/m',
    packages: [],
  }

  it('changes what the project says, and records it', async () => {
    const project = await addProject()
    expect(
      value(await changeProject(project.lead, { project: project.slug, version: 1, ...change })),
    ).toEqual({
      version: 2,
    })
    expect(value(await publicProject(anyone, { project: project.id }))).toMatchObject({
      name: 'Marmotte Server',
      repository: 'https://git.example.org/m',
    })
    expect((await recorded()).at(-1)).toEqual(['project_changed', { projectId: project.id }])
  })

  it('loses a race without overwriting, and shows what stands', async () => {
    const project = await addProject()
    value(await changeProject(project.lead, { project: project.slug, version: 1, ...change }))
    const late = await changeProject(project.owner, {
      project: project.slug,
      version: 1,
      ...change,
      name: 'Late',
    })
    expect(late).toMatchObject({
      ok: false,
      refusal: { code: 'conflict', current: { version: 2, name: 'Marmotte Server' } },
    })
  })

  it('is for leads; for a stranger there is nothing', async () => {
    const project = await addProject()
    const asked = { project: project.slug, version: 1, ...change }
    expect(refusalOf(await changeProject(project.handler, asked))).toBe('forbidden')
    expect(refusalOf(await changeProject(project.stranger, asked))).toBe('not_found')
    expect(refusalOf(await changeProject(anyone, asked))).toBe('not_found')
  })
})

describe('what is shown of projects', () => {
  it('lists all of them to anyone, and in the console only one’s own', async () => {
    const marmotte = await addProject()
    await addProject('Pedro', 'PED')
    const names = (list: Array<{ name: string }>) => list.map(({ name }) => name)
    expect(names(value(await publicProjects(anyone, {})))).toEqual(['Marmotte', 'Pedro'])
    const own = value(await projectsOfPerson(marmotte.handler, {}))
    expect(own).toMatchObject({
      projects: [{ name: 'Marmotte', role: 'handler', openCases: 0 }],
      mayCreate: { allowed: false },
    })
    expect(names(value(await projectsOfPerson(marmotte.owner, {})).projects)).toEqual(['Marmotte', 'Pedro'])
    expect(value(await projectsOfPerson(marmotte.stranger, {})).projects).toEqual([])
    expect(value(await projectsOfPerson(anyone, {})).projects).toEqual([])
  })

  it('shows settings to members with what they may change and why not', async () => {
    const project = await addProject()
    const ofLead = value(await projectSettings(project.lead, { project: project.slug }))
    expect(ofLead.may.editPolicy).toEqual({ allowed: true })
    const ofObserver = value(await projectSettings(project.observer, { project: project.slug }))
    expect(ofObserver.may.editLines).toEqual({
      allowed: false,
      reason: 'Only a lead may edit the release lines.',
    })
    expect(refusalOf(await projectSettings(project.stranger, { project: project.slug }))).toBe('not_found')
    expect(refusalOf(await publicProject(anyone, { project: 'nothing-here' }))).toBe('not_found')
  })
})
