import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { changesChannel } from '@/db/channel'
import { sessions } from '@/db/schema'
import { allNews, joinNews, noNews, type News } from '@/domain/live/news'
import type { PersonActor } from '@/server/auth/person-actor'
import { newSessionToken, sessionTokenHash } from '@/server/auth/session-rows'
import { lookAtCase } from '@/server/attention/look-at-case'
import { receiveAlert } from '@/server/alerts/receive-alert'
import { restrictCase } from '@/server/cases/change-title'
import { writeNote } from '@/server/cases/write-note'
import { now } from '@/server/kernel/clock'
import { markAllRead } from '@/server/notifications/mark-read'
import { removeMember } from '@/server/people/remove-member'
import { removePerson } from '@/server/people/remove-person'
import { resetDatabase, testDatabase } from '@/test/database'
import { repositoryAdvisory } from '@/test/github-payloads'
import { addReport, addWelcomedReport } from '@/test/reporter'
import { receive } from '@/test/mail-in'
import { addQuestion } from '@/test/requests'
import { addProject, value } from '@/test/team'
import { writtenMail } from '@/test/written-mail'
import { Followers, type Follower } from './followers'

const { db, tx } = await testDatabase()
beforeEach(resetDatabase)

let followers = new Followers()
afterEach(async () => {
  await followers.close()
  followers = new Followers()
})

/** A browser of a person who signed in, and everything it was told. */
async function follows(actor: PersonActor) {
  const [session] = await db
    .insert(sessions)
    .values({
      sessionToken: sessionTokenHash(newSessionToken()),
      userId: actor.personId,
      expires: new Date(Date.now() + 3_600_000),
      startedAt: now(),
      browser: 'Firefox on Linux',
      by: 'password',
    })
    .returning({ id: sessions.id })
  const told: { news: News; isHearing: boolean | null; hasEnded: boolean } = {
    news: noNews,
    isHearing: null,
    hasEnded: false,
  }
  const follower: Follower = {
    actor,
    sessionId: session?.id ?? '',
    tell: (news) => (told.news = joinNews(told.news, news)),
    tellHearing: (isHearing) => (told.isHearing = isHearing),
    beat: () => undefined,
    end: () => (told.hasEnded = true),
  }
  const leave = followers.add(follower)
  await vi.waitFor(() => expect(told.isHearing).toBe(true))
  told.news = noNews
  return { told, leave, sessionId: follower.sessionId }
}

const soon = { timeout: 2_000, interval: 20 }

describe('whoever follows the desk', () => {
  it('hears within two seconds at which case something was changed', async () => {
    const { handler, lead, stranger, ...project } = await addProject()
    const { reference } = await addReport(project)
    const [one, other] = [await follows(lead), await follows(stranger)]
    value(await writeNote(handler, { case: reference, body: 'Look.' }))
    await vi.waitFor(() => expect(one.told.news).toEqual({ ...noNews, cases: [reference] }), soon)
    expect(other.told.news).toEqual(noNews)
  })

  it('hears of a report that comes in', async () => {
    const project = await addProject()
    const { told } = await follows(project.observer)
    const { reference } = await addReport(project)
    await vi.waitFor(() => expect(told.news.cases).toEqual([reference]), soon)
  })

  it('hears nothing of a change that was rolled back', async () => {
    const { handler, lead, ...project } = await addProject()
    const { reference } = await addReport(project)
    const { reference: other } = await addReport(project, { title: 'Another one' })
    const { told } = await follows(lead)
    await tx(async (inner) => {
      await inner.execute(`select pg_notify('${changesChannel}', 'event ${randomUUID()} note_added')`)
      throw new Error('undone')
    }).catch(() => undefined)
    expect((await writeNote(handler, { case: reference, body: ' ' })).ok).toBe(false)
    value(await writeNote(handler, { case: other, body: 'Look.' }))
    await vi.waitFor(() => expect(told.news.cases).toEqual([other]), soon)
  })

  it('hears who came to a case they may see', async () => {
    const { handler, lead, ...project } = await addProject()
    const { reference } = await addReport(project)
    const { told } = await follows(lead)
    value(await lookAtCase(handler, { case: reference, page: randomUUID(), writing: 'note' }))
    await vi.waitFor(() => expect(told.news).toEqual({ ...noNews, lookers: [reference] }), soon)
  })

  it('hears of requests to their project', async () => {
    const project = await addProject()
    const { told } = await follows(project.handler)
    await addQuestion(project)
    await vi.waitFor(() => expect(told.news.requests).toBe(true), soon)
  })

  it('hears of alerts of their project', async () => {
    const project = await addProject()
    const [theirs, others] = [await follows(project.observer), await follows(project.stranger)]
    const payload = repositoryAdvisory()
    const delivery = { project: project.id, event: 'repository_advisory' as const, delivery: randomUUID() }
    const { id } = project
    const github = { kind: 'machine' as const, machine: 'github' as const, projectId: id, id, name: 'GitHub' }
    expect(value(await receiveAlert(github, { ...delivery, payload }))).toBe('taken')
    await vi.waitFor(() => expect(theirs.told.news).toEqual({ ...noNews, alerts: true }), soon)
    expect(others.told.news).toEqual(noNews)
  })

  it('hears of what they are notified of, as nobody else does, and that they read it in another window', async () => {
    const project = await addProject()
    const [handler, observer] = [await follows(project.handler), await follows(project.observer)]
    await addWelcomedReport(project)
    await vi.waitFor(() => expect(handler.told.news.notifications).toBe(true), soon)
    expect(observer.told.news.notifications).toBe(false)
    handler.told.news = observer.told.news = noNews
    value(await markAllRead(project.handler, {}))
    await vi.waitFor(() => expect(handler.told.news).toEqual({ ...noNews, notifications: true }), soon)
    expect(observer.told.news).toEqual(noNews)
  })

  it('hears as an owner of every mail that begins to wait, also before the last one was looked at', async () => {
    const project = await addProject()
    const [owner, lead] = [await follows(project.owner), await follows(project.lead)]
    for (const subject of ['One', 'Another']) {
      owner.told.news = noNews
      await receive(writtenMail({ to: 'nobody@nowhere.test', subject }))
      await vi.waitFor(() => expect(owner.told.news).toEqual({ ...noNews, notifications: true }), soon)
    }
    expect(lead.told.news).toEqual(noNews)
  })

  it('hears nothing of a restricted case, but to look again when it was restricted', async () => {
    const { handler, lead, observer, ...project } = await addProject()
    const { reference } = await addReport(project)
    const [theirs, leads] = [await follows(observer), await follows(lead)]
    value(await restrictCase(lead, { case: reference, isRestricted: true }))
    await vi.waitFor(() => expect(theirs.told.news).toEqual(allNews), soon)
    theirs.told.news = leads.told.news = noNews
    value(await writeNote(lead, { case: reference, body: 'Among us.' }))
    await vi.waitFor(() => expect(leads.told.news.cases).toEqual([reference]), soon)
    expect(theirs.told.news).toEqual(noNews)
    expect(handler.isOwner).toBe(false)
  })

  it('is told to look again when their role is taken, and hears nothing of the project from then on', async () => {
    const { handler, lead, slug, ...project } = await addProject()
    const { reference } = await addReport({ slug, ...project })
    const { told } = await follows(handler)
    value(await removeMember(lead, { project: slug, personId: handler.personId }))
    await vi.waitFor(() => expect(told.news).toEqual(allNews), soon)
    told.news = noNews
    const watching = await follows(lead)
    value(await writeNote(lead, { case: reference, body: 'Without them.' }))
    await vi.waitFor(() => expect(watching.told.news.cases).toEqual([reference]), soon)
    expect(told.news).toEqual(noNews)
  })

  it('hears nothing more from the moment they are removed', async () => {
    const { owner, handler, lead } = await addProject()
    const { told } = await follows(handler)
    value(await removePerson(owner, { personId: handler.personId, handOverTo: lead.personId }))
    await vi.waitFor(() => expect(told.hasEnded).toBe(true), soon)
  })

  it('is told to look again when the session is over, whatever ended it, and of no case', async () => {
    const { handler, lead, ...project } = await addProject()
    const { reference } = await addReport(project)
    const { told, sessionId } = await follows(lead)
    await db.delete(sessions).where(eq(sessions.id, sessionId))
    value(await writeNote(handler, { case: reference, body: 'Look.' }))
    await vi.waitFor(() => expect(told.hasEnded).toBe(true), soon)
    expect(told.news).toEqual(allNews)
  })

  it('hears nothing after leaving, and the others go on', async () => {
    const { handler, lead, observer, ...project } = await addProject()
    const { reference } = await addReport(project)
    const [gone, stays] = [await follows(observer), await follows(lead)]
    gone.leave()
    value(await writeNote(handler, { case: reference, body: 'Look.' }))
    await vi.waitFor(() => expect(stays.told.news.cases).toEqual([reference]), soon)
    expect(gone.told.news).toEqual(noNews)
  })

  it('has room for twelve windows', async () => {
    const { handler, lead } = await addProject()
    const open = await Promise.all(Array.from({ length: 12 }, () => follows(handler)))
    expect(followers.hasRoomFor(handler.personId)).toBe(false)
    expect(followers.hasRoomFor(lead.personId)).toBe(true)
    open[0]?.leave()
    expect(followers.hasRoomFor(handler.personId)).toBe(true)
  })
})
