import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { caseParticipants, cases, events, memberships, people, verificationTokens } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { authenticate } from '@/server/auth/authenticate'
import { loadPersonActor } from '@/server/auth/person-actor'
import { sendSignInLink } from '@/server/auth/send-sign-in-link'
import { findSession, newSessionToken, startSession } from '@/server/auth/session-rows'
import { now } from '@/server/kernel/clock'
import { addReleaseLine } from '@/server/projects/add-release-line'
import { projectSettings } from '@/server/projects/project-settings'
import { resetDatabase, testDatabase } from '@/test/database'
import { addHandledCase } from '@/test/handled-case'
import { instanceHistory } from '@/test/instance-history'
import { readMails } from '@/test/mails'
import { addPerson, addProject, anyone, refusalOf, value } from '@/test/team'
import { changeOwnership } from './change-ownership'
import { changeRole } from './change-role'
import { invitationOfLink } from './invitation-of-link'
import { inviteToTeam } from './invite-to-team'
import { hashPassword } from '@/server/auth/password-hash'
import { peopleOfInstance } from './people-of-instance'
import { projectTeam } from './project-team'
import { removeMember } from './remove-member'
import { removePerson } from './remove-person'

const { db, tx } = await testDatabase()
beforeEach(resetDatabase)

async function signIn(personId: string): Promise<string> {
  const token = newSessionToken()
  const expires = new Date(Date.now() + 60_000)
  await tx((tx) =>
    startSession({ tx, now: now() }, { token, personId, expires, browser: 'Firefox', by: 'password' }),
  )
  return token
}

const handlerOf = async (caseId: string) =>
  (await db.select({ handlerId: cases.handlerId }).from(cases).where(eq(cases.id, caseId)))[0]?.handlerId
const typesOfCase = async (caseId: string) =>
  (await db.select().from(events).where(eq(events.chainId, caseId)).orderBy(events.position)).map(
    (one) => one.type,
  )
const lastOfInstance = async () => (await instanceHistory()).at(-1)

describe('removePerson', () => {
  it('leaves them nothing that opens anything, at once', async () => {
    const project = await addProject()
    const { personId } = project.lead
    const password = 'four quiet green hills'
    await db
      .update(people)
      .set({ passwordHash: await hashPassword(password) })
      .where(eq(people.id, personId))
    const [row] = await db.select().from(people).where(eq(people.id, personId))
    const address = row!.email
    const token = await signIn(personId)
    value(await sendSignInLink(anyone, { address }))
    const invitation = value(await inviteToTeam(project.lead, { project: project.slug, role: 'handler' }))
    expect(await findSession(db, token)).not.toBeNull()
    expect(await authenticate({ address, password }, 'c')).not.toBeNull()

    value(await removePerson(project.owner, { personId }))

    expect(await findSession(db, token)).toBeNull()
    expect(await loadPersonActor(db, personId)).toBeNull()
    expect(await authenticate({ address, password }, 'c')).toBeNull()
    expect(await db.select().from(verificationTokens)).toEqual([])
    expect(await db.select().from(memberships).where(eq(memberships.personId, personId))).toEqual([])
    const theirs = invitation.link.split('/').at(-1)!
    expect(refusalOf(await invitationOfLink(anyone, { token: theirs }))).toBe('refused')
    await expect(signIn(personId)).rejects.toThrow()
    expect(await lastOfInstance()).toMatchObject({ type: 'person_removed', data: { personId } })
    const listed = value(await peopleOfInstance(project.owner, {})).find((one) => one.personId === personId)
    expect(listed).toMatchObject({ name: row!.name, roles: [], openCases: 0 })
    expect(listed?.removedAt).not.toBeNull()
  })

  it('hands their open cases over in the same moment', async () => {
    const project = await addProject()
    const { personId } = project.handler
    const one = await addHandledCase(project, project.handler)
    const refused = await removePerson(project.owner, { personId })
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'refused', reasons: [one.reference] } })
    expect(await handlerOf(one.id)).toBe(personId)
    expect(await loadPersonActor(db, personId)).not.toBeNull()

    value(await removePerson(project.owner, { personId, handOverTo: project.lead.personId }))
    expect(await handlerOf(one.id)).toBe(project.lead.personId)
    expect((await typesOfCase(one.id)).at(-1)).toBe('handler_assigned')
    expect((await readMails()).map((mail) => mail.subject)).toEqual([
      `You are the primary handler of a case: ${one.reference}`,
    ])
    expect(await loadPersonActor(db, personId)).toBeNull()
  })

  it('hands over only to somebody who may handle in each project concerned', async () => {
    const project = await addProject()
    const { personId } = project.handler
    await addHandledCase(project, project.handler)
    for (const to of [project.observer, project.stranger, project.handler]) {
      const answer = await removePerson(project.owner, { personId, handOverTo: to.personId })
      expect(refusalOf(answer)).toEqual(['invalid', 'handOverTo'])
    }
    value(await removePerson(project.owner, { personId, handOverTo: project.owner.personId }))
  })

  it('takes them off the cases they were put on by name, and each case records it', async () => {
    const project = await addProject()
    const { personId } = project.stranger
    const one = await addHandledCase(project, project.handler)
    await db.insert(caseParticipants).values({ caseId: one.id, personId, as: 'collaborator', since: now() })
    value(await removePerson(project.owner, { personId }))
    expect(await db.select().from(caseParticipants)).toEqual([])
    expect((await typesOfCase(one.id)).at(-1)).toBe('participant_removed')
  })

  it('never removes the last owner, also when two go at the same moment', async () => {
    const first = await addPerson('First', { isOwner: true })
    expect(refusalOf(await removePerson(first, { personId: first.personId }))).toBe('refused')
    const second = await addPerson('Second', { isOwner: true })
    const both = await Promise.all([
      removePerson(first, { personId: second.personId }),
      removePerson(second, { personId: first.personId }),
    ])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    const left = await db.select().from(people).where(eq(people.isOwner, true))
    expect(left.filter((one) => one.removedAt === null)).toHaveLength(1)
  })

  it('is for owners, and finds nobody twice', async () => {
    const project = await addProject()
    const { personId } = project.stranger
    for (const actor of [project.lead, project.handler, anyone])
      expect(refusalOf(await removePerson(actor, { personId }))).toBe('forbidden')
    value(await removePerson(project.owner, { personId }))
    expect(refusalOf(await removePerson(project.owner, { personId }))).toBe('not_found')
    expect(refusalOf(await peopleOfInstance(project.lead, {}))).toBe('forbidden')
  })
})

describe('changeRole', () => {
  it('changes a role and records it', async () => {
    const project = await addProject()
    const { personId } = project.handler
    value(await changeRole(project.lead, { project: project.slug, personId, role: 'lead' }))
    expect((await loadPersonActor(db, personId))?.roles[project.id]).toBe('lead')
    expect(await lastOfInstance()).toMatchObject({
      type: 'role_changed',
      data: { personId, projectId: project.id, role: 'lead' },
      actor: { kind: 'person', personId: project.lead.personId },
    })
  })

  it('makes nobody an observer who answers for open cases, unless somebody takes over', async () => {
    const project = await addProject()
    const { personId } = project.handler
    const one = await addHandledCase(project, project.handler)
    const input = { project: project.slug, personId, role: 'observer' as const }
    expect(refusalOf(await changeRole(project.lead, input))).toBe('refused')
    value(await changeRole(project.lead, { ...input, handOverTo: project.lead.personId }))
    expect(await handlerOf(one.id)).toBe(project.lead.personId)
  })

  it('is for leads of that project, about members of that project', async () => {
    const project = await addProject()
    const other = await addProject('Pedro', 'PED')
    const input = { project: project.slug, personId: project.observer.personId, role: 'lead' as const }
    expect(refusalOf(await changeRole(project.handler, input))).toBe('forbidden')
    expect(refusalOf(await changeRole(other.lead, input))).toBe('not_found')
    expect(refusalOf(await changeRole(other.lead, { ...input, project: other.slug }))).toBe('not_found')
  })
})

describe('removeMember', () => {
  it('takes them out of this team only, and off its cases', async () => {
    const project = await addProject()
    const other = await addProject('Pedro', 'PED')
    const { personId } = project.handler
    await db.insert(memberships).values({ personId, projectId: other.id, role: 'handler', since: now() })
    const one = await addHandledCase(project, project.handler)
    const input = { project: project.slug, personId }
    expect(refusalOf(await removeMember(project.lead, input))).toBe('refused')
    value(await removeMember(project.lead, { ...input, handOverTo: project.lead.personId }))
    expect((await loadPersonActor(db, personId))?.roles).toEqual({ [other.id]: 'handler' })
    expect(await handlerOf(one.id)).toBe(project.lead.personId)
    expect(await lastOfInstance()).toMatchObject({ type: 'role_changed', data: { personId, role: null } })
    expect(refusalOf(await removeMember(project.lead, input))).toBe('not_found')
  })

  it('is for leads; to a stranger the project does not exist', async () => {
    const project = await addProject()
    const input = { project: project.slug, personId: project.observer.personId }
    expect(refusalOf(await removeMember(project.handler, input))).toBe('forbidden')
    expect(refusalOf(await removeMember(project.stranger, input))).toBe('not_found')
  })
})

describe('changeOwnership', () => {
  it('makes an owner, and takes it back, but never from the last', async () => {
    const owner = await addPerson('Olga', { isOwner: true })
    const { personId } = await addPerson('Paula')
    value(await changeOwnership(owner, { personId, isOwner: true }))
    expect((await loadPersonActor(db, personId))?.isOwner).toBe(true)
    expect(await lastOfInstance()).toMatchObject({
      type: 'ownership_changed',
      data: { personId, isOwner: true },
    })
    value(await changeOwnership(owner, { personId, isOwner: false }))
    expect(refusalOf(await changeOwnership(owner, { personId: owner.personId, isOwner: false }))).toBe(
      'refused',
    )
  })

  it('hands over the cases somebody answered for only as an owner', async () => {
    const project = await addProject()
    const second = await addPerson('Second', { isOwner: true })
    const one = await addHandledCase(project, second)
    const input = { personId: second.personId, isOwner: false }
    expect(refusalOf(await changeOwnership(project.owner, input))).toBe('refused')
    value(await changeOwnership(project.owner, { ...input, handOverTo: project.handler.personId }))
    expect(await handlerOf(one.id)).toBe(project.handler.personId)
  })

  it('is for owners', async () => {
    const project = await addProject()
    const input = { personId: project.lead.personId, isOwner: true }
    expect(refusalOf(await changeOwnership(project.lead, input))).toBe('forbidden')
    expect(refusalOf(await changeOwnership(project.owner, { ...input, personId: crypto.randomUUID() }))).toBe(
      'not_found',
    )
  })
})

describe('projectTeam', () => {
  it('lists the team with open cases, for the team; a restricted one counts only for who sees it', async () => {
    const project = await addProject()
    const line = { name: '1.x', range: '>=1.0.0 <2.0.0', branch: '1.x', supportedFrom: '2025-01-01' }
    value(await addReleaseLine(project.lead, { project: project.slug, ...line }))
    await addHandledCase(project, project.handler)
    const { members } = value(await projectTeam(project.observer, { project: project.slug }))
    expect(members.map(({ name, role, openCases }) => [name, role, openCases])).toEqual([
      ['Handler of Marmotte', 'handler', 1],
      ['Lead of Marmotte', 'lead', 0],
      ['Observer of Marmotte', 'observer', 0],
    ])
    await db.update(cases).set({ isRestricted: true })
    const counted = async (actor: Actor) => {
      const [first] = value(await projectTeam(actor, { project: project.slug })).members
      const { lines } = value(await projectSettings(actor, { project: project.slug }))
      return [first?.openCases, lines.map((line) => line.cases)]
    }
    expect(await counted(project.lead)).toEqual([1, [1]])
    expect(await counted(project.observer)).toEqual([0, [0]])
    expect(refusalOf(await projectTeam(project.stranger, { project: project.slug }))).toBe('not_found')
    expect(refusalOf(await projectTeam(anyone, { project: project.slug }))).toBe('not_found')
  })
})
