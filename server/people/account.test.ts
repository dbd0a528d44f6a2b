import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { people, rateLimits, sessions, verificationTokens } from '@/db/schema'
import { hourMs } from '@/lib/instant'
import { authenticate } from '@/server/auth/authenticate'
import { jobActor } from '@/server/auth/job-actor'
import { hashPassword } from '@/server/auth/password-hash'
import { endSessionOf, findSession, newSessionToken, startSession } from '@/server/auth/session-rows'
import { now } from '@/server/kernel/clock'
import { advanceClock } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { instanceHistory } from '@/test/instance-history'
import { addPerson, anyone, refusalOf, value } from '@/test/team'
import { changePassword } from './change-password'
import { changePasswordThrottle } from './change-password-throttle'
import { endOtherSessions, endSession } from './end-sessions'
import { ownProfile, ownSessions } from './own-account'
import { sweepPeople } from './sweep-people'
import { updateProfile } from './update-profile'

const { db, tx } = await testDatabase()
beforeEach(resetDatabase)

const currentPassword = 'four quiet green hills'
const newPassword = 'three loud grey valleys'

async function signIn(personId: string, { by = 'password' as 'password' | 'mail', forMs = 60_000 } = {}) {
  const token = newSessionToken()
  const expires = new Date(Date.now() + forMs)
  await tx((tx) =>
    startSession({ tx, now: now() }, { token, personId, expires, browser: 'Firefox on Linux', by }),
  )
  const found = await findSession(db, token)
  return { token, sessionId: found?.sessionId ?? '' }
}

async function addMember() {
  const actor = await addPerson('Paula')
  const passwordHash = await hashPassword(currentPassword)
  await db.update(people).set({ passwordHash }).where(eq(people.id, actor.personId))
  const [row] = await db.select().from(people).where(eq(people.id, actor.personId))
  return { actor, personId: actor.personId, address: row!.email }
}

const lastType = async () => (await instanceHistory()).at(-1)?.type

describe('a session', () => {
  it('is found by its token, which is stored as a hash only', async () => {
    const { personId } = await addMember()
    const { token } = await signIn(personId)
    expect(await findSession(db, token)).toMatchObject({ personId, name: 'Paula', roles: {}, cases: {} })
    expect(await findSession(db, `${token}x`)).toBeNull()
    expect(JSON.stringify(await db.select().from(sessions))).not.toContain(token)
    expect(await lastType()).toBe('person_signed_in')
  })

  it('is over as soon as its row is gone, when it expired, and when the person was removed', async () => {
    const { personId } = await addMember()
    const [deleted, removed, expired] = [
      await signIn(personId),
      await signIn(personId),
      await signIn(personId, { forMs: -1 }),
    ]
    await tx((tx) => endSessionOf({ tx, now: now() }, deleted.token))
    expect(await lastType()).toBe('person_signed_out')
    expect(await findSession(db, deleted.token)).toBeNull()
    expect(await findSession(db, expired.token)).toBeNull()
    expect(await findSession(db, removed.token)).not.toBeNull()
    await db.update(people).set({ removedAt: now() }).where(eq(people.id, personId))
    expect(await findSession(db, removed.token)).toBeNull()
  })
})

describe('changePassword', () => {
  it('sets the new password and ends every other session', async () => {
    const { actor, personId, address } = await addMember()
    const [mine, other] = [await signIn(personId), await signIn(personId)]
    const input = { sessionId: mine.sessionId, currentPassword, newPassword }
    value(await changePassword(actor, input))
    expect(await findSession(db, mine.token)).not.toBeNull()
    expect(await findSession(db, other.token)).toBeNull()
    expect(await authenticate({ address, password: currentPassword }, 'c')).toBeNull()
    expect(await authenticate({ address, password: newPassword }, 'c')).toMatchObject({ id: personId })
    expect(await lastType()).toBe('password_changed')
  })

  it('asks for the current password, but not within an hour of a mailed link', async () => {
    const { actor, personId } = await addMember()
    const byPassword = await signIn(personId)
    const byMail = await signIn(personId, { by: 'mail' })
    const wrong = { newPassword, currentPassword: 'not it' }
    expect(refusalOf(await changePassword(actor, { ...wrong, sessionId: byPassword.sessionId }))).toEqual([
      'invalid',
      'currentPassword',
    ])
    advanceClock(hourMs)
    expect(refusalOf(await changePassword(actor, { ...wrong, sessionId: byMail.sessionId }))).toEqual([
      'invalid',
      'currentPassword',
    ])
    const again = await signIn(personId, { by: 'mail' })
    value(await changePassword(actor, { sessionId: again.sessionId, newPassword }))
  })

  it('refuses a weak one, somebody else’s session, and nobody', async () => {
    const { actor, personId } = await addMember()
    const other = await addMember()
    const mine = await signIn(personId)
    const theirs = await signIn(other.personId, { by: 'mail' })
    const input = { sessionId: mine.sessionId, currentPassword, newPassword }
    expect(refusalOf(await changePassword(actor, { ...input, newPassword: 'short' }))).toEqual([
      'invalid',
      'newPassword',
    ])
    expect(refusalOf(await changePassword(actor, { ...input, sessionId: theirs.sessionId }))).toBe(
      'not_found',
    )
    expect(refusalOf(await changePassword(anyone, input))).toBe('not_found')
  })

  it('is tried ten times in a quarter of an hour', async () => {
    for (let n = 0; n < 10; n++) expect(await changePasswordThrottle('paula')).toBeNull()
    expect(await changePasswordThrottle('paula')).toMatchObject({ code: 'too_many' })
    expect(await changePasswordThrottle('pia')).toBeNull()
  })
})

describe('ending sessions', () => {
  it('ends one, or all others, of one’s own', async () => {
    const { actor, personId } = await addMember()
    const other = await addMember()
    const mine = [await signIn(personId), await signIn(personId), await signIn(personId)]
    const theirs = await signIn(other.personId)
    expect(value(await ownSessions(actor, {}))).toHaveLength(3)
    expect(refusalOf(await endSession(actor, { sessionId: theirs.sessionId }))).toBe('not_found')
    value(await endSession(actor, { sessionId: mine[1]!.sessionId }))
    expect(await lastType()).toBe('sessions_ended')
    expect(value(await endOtherSessions(actor, { sessionId: mine[0]!.sessionId }))).toEqual({ ended: 1 })
    expect(value(await ownSessions(actor, {}))).toMatchObject([
      { sessionId: mine[0]!.sessionId, browser: 'Firefox on Linux', by: 'password' },
    ])
    expect(await findSession(db, theirs.token)).not.toBeNull()
    expect(refusalOf(await ownSessions(anyone, {}))).toBe('not_found')
    expect(refusalOf(await endSession(anyone, { sessionId: theirs.sessionId }))).toBe('not_found')
    expect(refusalOf(await endOtherSessions(anyone, { sessionId: theirs.sessionId }))).toBe('not_found')
  })
})

describe('updateProfile', () => {
  it('saves name and zone', async () => {
    const { actor, address } = await addMember()
    value(await updateProfile(actor, { name: '  Paula  Pan ', timeZone: 'Asia/Tokyo' }))
    expect(value(await ownProfile(actor, {}))).toMatchObject({
      name: 'Paula Pan',
      timeZone: 'Asia/Tokyo',
      address,
    })
    expect(await lastType()).toBe('profile_changed')
    expect(refusalOf(await updateProfile(actor, { name: '', timeZone: 'Moon' }))).toEqual([
      'invalid',
      'name',
      'timeZone',
    ])
    expect(refusalOf(await updateProfile(anyone, { name: 'X', timeZone: 'UTC' }))).toBe('not_found')
    expect(refusalOf(await ownProfile(anyone, {}))).toBe('not_found')
  })
})

describe('sweepPeople', () => {
  it('forgets what has expired and nothing else', async () => {
    const { actor, personId } = await addMember()
    await signIn(personId, { forMs: -1 })
    const { token } = await signIn(personId)
    const [past, future] = [new Date(Date.now() - 1000), new Date(Date.now() + 60_000)]
    await db.insert(verificationTokens).values([
      { identifier: 'a', token: 'old', expires: past },
      { identifier: 'a', token: 'new', expires: future },
    ])
    await db.insert(rateLimits).values([
      { key: 'old', points: 1, expire: past },
      { key: 'new', points: 1, expire: future },
    ])
    expect(refusalOf(await sweepPeople(actor, {}))).toBe('forbidden')
    value(await sweepPeople(jobActor('people.sweep'), {}))
    expect(await db.select().from(sessions)).toHaveLength(1)
    expect(await findSession(db, token)).not.toBeNull()
    expect((await db.select().from(verificationTokens)).map((row) => row.token)).toEqual(['new'])
    expect((await db.select().from(rateLimits)).map((row) => row.key)).toEqual(['new'])
  })
})
