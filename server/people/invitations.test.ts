import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { invitations, memberships, people } from '@/db/schema'
import { dayMs } from '@/lib/instant'
import { authenticate } from '@/server/auth/authenticate'
import { loadPersonActor } from '@/server/auth/person-actor'
import { readMails } from '@/test/mails'
import { advanceClock } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { instanceHistory } from '@/test/instance-history'
import { addPerson, addProject, anyone, refusalOf, value } from '@/test/team'
import { acceptInvitation } from './accept-invitation'
import { invitationOfLink } from './invitation-of-link'
import { inviteOwner } from './invite-owner'
import { inviteToTeam } from './invite-to-team'
import { joinByInvitation } from './join-by-invitation'
import { openInvitations, openInvitationsOfInstance } from './open-invitations'
import { removePerson } from './remove-person'
import { revokeInvitation, revokeOwnerInvitation } from './revoke-invitation'

const { db } = await testDatabase()
beforeEach(resetDatabase)

const tokenOf = (made: { link: string }) => made.link.split('/').at(-1)!
const ada = {
  name: 'Ada',
  address: 'Ada@Example.org',
  password: 'four quiet green hills',
  timeZone: 'Europe/Paris',
}

async function invited(role: 'lead' | 'handler' | 'observer' = 'handler', address?: string) {
  const project = await addProject()
  const made = value(await inviteToTeam(project.lead, { project: project.slug, role, address }))
  return { project, made, token: tokenOf(made) }
}

describe('inviteToTeam and acceptInvitation', () => {
  it('makes an account in the team, which can sign in', async () => {
    const { project, token } = await invited('handler')
    const { personId, address } = value(await acceptInvitation(anyone, { token, ...ada }))
    expect(address).toBe('ada@example.org')
    const actor = await loadPersonActor(db, personId)
    expect(actor).toMatchObject({ name: 'Ada', isOwner: false, roles: { [project.id]: 'handler' } })
    expect(await authenticate({ address: ' ADA@example.org', password: ada.password }, 'c')).toMatchObject({
      id: personId,
    })
    const types = (await instanceHistory()).map((event) => event.type)
    expect(types.slice(-3)).toEqual(['person_invited', 'invitation_accepted', 'role_changed'])
    expect((await instanceHistory()).at(-1)?.actor).toEqual({ kind: 'person', personId, name: 'Ada' })
  })

  it('stores no secret: neither the link’s token nor the password', async () => {
    const { token } = await invited()
    value(await acceptInvitation(anyone, { token, ...ada }))
    const stored = JSON.stringify([await db.select().from(invitations), await db.select().from(people)])
    expect(stored).not.toContain(token)
    expect(stored).not.toContain(ada.password)
    expect(stored).toContain('$argon2id$')
  })

  it('works once', async () => {
    const { token } = await invited()
    value(await acceptInvitation(anyone, { token, ...ada }))
    expect(refusalOf(await acceptInvitation(anyone, { token, ...ada, address: 'b@example.org' }))).toBe(
      'refused',
    )
    expect(await db.select().from(people).where(eq(people.email, 'b@example.org'))).toEqual([])
  })

  it('works for seven days', async () => {
    const { token } = await invited()
    advanceClock(7 * dayMs - 1)
    expect(value(await invitationOfLink(anyone, { token }))).toMatchObject({
      role: 'handler',
      project: 'Marmotte',
    })
    advanceClock(1)
    expect(refusalOf(await invitationOfLink(anyone, { token }))).toBe('refused')
    expect(refusalOf(await acceptInvitation(anyone, { token, ...ada }))).toBe('refused')
  })

  it('is not found with another token', async () => {
    await invited()
    expect(refusalOf(await acceptInvitation(anyone, { token: 'x'.repeat(43), ...ada }))).toBe('not_found')
    expect(refusalOf(await invitationOfLink(anyone, { token: 'x'.repeat(43) }))).toBe('not_found')
  })

  it('mails the link to the address it is made out to, and makes that address’ account', async () => {
    const { made, token } = await invited('observer', 'New@Example.org')
    expect(made.mailedTo).toBe('new@example.org')
    const [mail] = await readMails()
    expect(mail?.recipient.address).toBe('new@example.org')
    expect(mail?.body).toContain(made.link)
    const accepted = value(await acceptInvitation(anyone, { token, ...ada, address: 'else@example.org' }))
    expect(accepted.address).toBe('new@example.org')
  })

  it('refuses a weak password and an address with an account, naming the field', async () => {
    const { token, project } = await invited()
    const weak = await acceptInvitation(anyone, { token, ...ada, password: 'short' })
    expect(refusalOf(weak)).toEqual(['invalid', 'password'])
    const [lead] = await db.select().from(people).where(eq(people.id, project.lead.personId))
    const taken = await acceptInvitation(anyone, { token, ...ada, address: lead!.email })
    expect(refusalOf(taken)).toEqual(['invalid', 'address'])
    expect(refusalOf(await acceptInvitation(anyone, { token, ...ada, name: ' ' }))).toEqual([
      'invalid',
      'name',
    ])
  })

  it('is for leads and owners; to a stranger the project does not exist', async () => {
    const project = await addProject()
    const input = { project: project.slug, role: 'lead' as const }
    expect(refusalOf(await inviteToTeam(project.handler, input))).toBe('forbidden')
    expect(refusalOf(await inviteToTeam(project.observer, input))).toBe('forbidden')
    expect(refusalOf(await inviteToTeam(project.stranger, input))).toBe('not_found')
    expect(refusalOf(await inviteToTeam(anyone, input))).toBe('not_found')
    value(await inviteToTeam(project.owner, input))
  })

  it('refuses to invite a member by address', async () => {
    const project = await addProject()
    const [handler] = await db.select().from(people).where(eq(people.id, project.handler.personId))
    const again = await inviteToTeam(project.lead, {
      project: project.slug,
      role: 'lead',
      address: handler!.email,
    })
    expect(refusalOf(again)).toEqual(['invalid', 'address'])
  })
})

describe('joinByInvitation', () => {
  it('adds the signed-in person to the team', async () => {
    const { project, token } = await invited('observer')
    value(await joinByInvitation(project.stranger, { token }))
    expect((await loadPersonActor(db, project.stranger.personId))?.roles).toEqual({
      [project.id]: 'observer',
    })
  })

  it('never changes the role of somebody who is in the team, and stays open', async () => {
    const { project, token } = await invited('observer')
    expect(refusalOf(await joinByInvitation(project.handler, { token }))).toBe('refused')
    const [row] = await db
      .select()
      .from(memberships)
      .where(eq(memberships.personId, project.handler.personId))
    expect(row?.role).toBe('handler')
    value(await joinByInvitation(project.stranger, { token }))
  })

  it('refuses an invitation made out to somebody else, and nobody signed in', async () => {
    const { project, token } = await invited('lead', 'boss@example.org')
    expect(refusalOf(await joinByInvitation(project.stranger, { token }))).toBe('refused')
    expect(refusalOf(await joinByInvitation(anyone, { token }))).toBe('not_found')
  })

  it('of two at once lets one in', async () => {
    const { project, token } = await invited('lead')
    const other = await addPerson('Another')
    const both = await Promise.all([
      joinByInvitation(project.stranger, { token }),
      joinByInvitation(other, { token }),
    ])
    expect(both.map((one) => one.ok).sort()).toEqual([false, true])
  })
})

describe('revokeInvitation', () => {
  it('takes the invitation back at once', async () => {
    const { project, made, token } = await invited()
    const input = { project: project.slug, invitationId: made.invitationId }
    expect(value(await openInvitations(project.lead, { project: project.slug }))).toHaveLength(1)
    value(await revokeInvitation(project.lead, input))
    expect(refusalOf(await acceptInvitation(anyone, { token, ...ada }))).toBe('refused')
    expect(value(await openInvitations(project.lead, { project: project.slug }))).toEqual([])
    expect((await instanceHistory()).at(-1)).toMatchObject({
      type: 'invitation_revoked',
      data: { invitationId: made.invitationId },
    })
    expect(refusalOf(await revokeInvitation(project.lead, input))).toBe('conflict')
  })

  it('finds only invitations of the project, and only for its leads', async () => {
    const { project, made } = await invited()
    const other = await addProject('Pedro', 'PED')
    const { invitationId } = made
    expect(refusalOf(await revokeInvitation(other.lead, { project: other.slug, invitationId }))).toBe(
      'not_found',
    )
    expect(refusalOf(await revokeInvitation(other.lead, { project: project.slug, invitationId }))).toBe(
      'not_found',
    )
    expect(refusalOf(await revokeInvitation(project.handler, { project: project.slug, invitationId }))).toBe(
      'forbidden',
    )
    expect(refusalOf(await revokeOwnerInvitation(project.owner, { invitationId }))).toBe('not_found')
    expect(refusalOf(await openInvitations(project.observer, { project: project.slug }))).toBe('forbidden')
  })
})

describe('inviteOwner', () => {
  it('makes a second owner', async () => {
    const owner = await addPerson('Olga', { isOwner: true })
    const made = value(await inviteOwner(owner, { address: '' }))
    expect(value(await openInvitationsOfInstance(owner, {}))).toMatchObject([
      { role: 'owner', invitedBy: 'Olga' },
    ])
    const { personId } = value(await acceptInvitation(anyone, { token: tokenOf(made), ...ada }))
    expect((await loadPersonActor(db, personId))?.isOwner).toBe(true)
    expect((await instanceHistory()).at(-1)).toMatchObject({
      type: 'ownership_changed',
      data: { isOwner: true },
    })
  })

  it('is for owners', async () => {
    const project = await addProject()
    for (const actor of [project.lead, project.handler, anyone]) {
      expect(refusalOf(await inviteOwner(actor, {}))).toBe('forbidden')
      expect(refusalOf(await openInvitationsOfInstance(actor, {}))).toBe('forbidden')
    }
    const made = value(await inviteOwner(project.owner, {}))
    const { invitationId } = made
    expect(refusalOf(await revokeOwnerInvitation(project.lead, { invitationId }))).toBe('forbidden')
    value(await revokeOwnerInvitation(project.owner, { invitationId }))
    expect(refusalOf(await acceptInvitation(anyone, { token: tokenOf(made), ...ada }))).toBe('refused')
  })
})

describe('somebody who was removed', () => {
  it('comes back only by an invitation made out to their address, as the same person', async () => {
    const { project, token } = await invited()
    const { personId } = value(await acceptInvitation(anyone, { token, ...ada }))
    value(await removePerson(project.owner, { personId }))
    const open = value(await inviteToTeam(project.lead, { project: project.slug, role: 'observer' }))
    expect(refusalOf(await acceptInvitation(anyone, { token: tokenOf(open), ...ada }))).toEqual([
      'invalid',
      'address',
    ])
    const named = value(
      await inviteToTeam(project.lead, { project: project.slug, role: 'observer', address: ada.address }),
    )
    const back = value(await acceptInvitation(anyone, { token: tokenOf(named), ...ada, name: 'Ada B.' }))
    expect(back.personId).toBe(personId)
    expect(await loadPersonActor(db, personId)).toMatchObject({
      name: 'Ada B.',
      roles: { [project.id]: 'observer' },
    })
  })
})
