import { beforeEach, describe, expect, it } from 'vitest'
import { invitations, people } from '@/db/schema'
import { dayMs } from '@/lib/instant'
import { authenticate } from '@/server/auth/authenticate'
import { advanceClock } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { instanceHistory } from '@/test/instance-history'
import { addPerson, addProject, anyone, refusalOf, value } from '@/test/team'
import { inviteOwner } from './invite-owner'
import { setUpInstance } from './set-up-instance'
import { offerSetUp, setUpLink } from './set-up-link'

const { db } = await testDatabase()
beforeEach(resetDatabase)

const first = { name: 'Olga', address: 'olga@example.org', password: 'four quiet green hills' }
const tokenOf = (link: string | null) => link!.split('/').at(-1)!

describe('setUpLink and setUpInstance', () => {
  it('makes the first owner', async () => {
    const link = await setUpLink()
    expect(link).toMatch(/^http:\/\/localhost:3000\/set-up\/[\w-]{43}$/)
    const { personId } = value(await setUpInstance(anyone, { token: tokenOf(link), ...first }))
    expect(await db.select().from(people)).toMatchObject([
      { id: personId, isOwner: true, email: first.address },
    ])
    expect(await authenticate(first, 'c')).toMatchObject({ id: personId })
    expect((await instanceHistory()).at(-1)).toMatchObject({
      type: 'instance_set_up',
      actor: { kind: 'person', personId, name: 'Olga' },
    })
  })

  it('offers no link once there is an owner', async () => {
    await addPerson('Olga', { isOwner: true })
    expect(await setUpLink()).toBeNull()
    expect(await db.select().from(invitations)).toEqual([])
  })

  it('takes one of several links, and then none', async () => {
    const links = [await setUpLink(), await setUpLink(), await setUpLink()]
    const two = await Promise.all(
      links
        .slice(0, 2)
        .map((link, n) =>
          setUpInstance(anyone, { token: tokenOf(link), ...first, address: `o${n}@example.org` }),
        ),
    )
    expect(two.map((one) => one.ok).sort()).toEqual([false, true])
    expect(refusalOf(await setUpInstance(anyone, { token: tokenOf(links[2]!), ...first }))).toBe('refused')
    expect(await db.select().from(people)).toHaveLength(1)
  })

  it('works for 24 hours, and a later start makes another', async () => {
    const link = await setUpLink()
    advanceClock(dayMs)
    expect(refusalOf(await setUpInstance(anyone, { token: tokenOf(link), ...first }))).toBe('refused')
    value(await setUpInstance(anyone, { token: tokenOf(await setUpLink()), ...first }))
  })

  it('takes no other invitation, and no guess', async () => {
    const owner = await addPerson('Olga', { isOwner: true })
    const { link } = value(await inviteOwner(owner, {}))
    expect(refusalOf(await setUpInstance(anyone, { token: tokenOf(link), ...first }))).toBe('refused')
    expect(refusalOf(await setUpInstance(anyone, { token: 'guess', ...first }))).toBe('not_found')
  })

  it('says which answer needs another look, and the link still works', async () => {
    const token = tokenOf(await setUpLink())
    const answer = await setUpInstance(anyone, {
      token,
      name: '',
      address: 'no',
      password: 'x',
      timeZone: 'Moon',
    })
    expect(refusalOf(answer)).toEqual(['invalid', 'name', 'address', 'timeZone'])
    expect(refusalOf(await setUpInstance(anyone, { token, ...first, password: 'olga@example.org' }))).toEqual(
      ['invalid', 'password'],
    )
    value(await setUpInstance(anyone, { token, ...first }))
  })

  it('is offered by the desk itself only', async () => {
    const { owner, lead } = await addProject()
    for (const actor of [owner, lead, anyone])
      expect(refusalOf(await offerSetUp(actor, {}))).toBe('forbidden')
  })
})
