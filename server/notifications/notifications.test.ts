import { beforeEach, expect, it } from 'vitest'
import { eq } from 'drizzle-orm'
import { memberships } from '@/db/schema'
import { caseView } from '@/server/cases/case-view'
import { assignHandler } from '@/server/cases/assign-handler'
import { loadPersonActor } from '@/server/auth/person-actor'
import { resetDatabase, testDatabase } from '@/test/database'
import { readMails } from '@/test/mails'
import { addOpenCase, addSampleProject } from '@/test/sample-case'
import { addPerson, refusalOf, value } from '@/test/team'
import { addQuestion } from '@/test/requests'
import { goesAway } from '@/test/absence'
import { choosableKinds } from '@/domain/notifications/choosable-kinds'
import { chooseNotifications, ownChoices } from './choices'
import { markAllRead, markCaseRead, markRead } from './mark-read'
import { ownNotifications, unreadNotifications } from './own-notifications'

const { db } = await testDatabase()
beforeEach(resetDatabase)

const all = [...choosableKinds]

it('stand in the list until read: one, then all', async () => {
  const project = await addSampleProject()
  const { named, reference } = await addOpenCase(project)
  value(await assignHandler(project.handler, { ...named, to: project.lead.personId }))
  value(await assignHandler(project.lead, { ...named, to: project.handler.personId }))
  const { rows, unread } = value(await ownNotifications(project.handler, {}))
  expect(rows[0]).toMatchObject({ kind: 'handler_assigned', reference, isRead: false })
  expect(value(await unreadNotifications(project.handler, {}))).toEqual({ unread, waitingMails: 0 })
  expect(refusalOf(await markRead(project.lead, { notification: rows[0]!.id }))).toBe('not_found')
  value(await markRead(project.handler, { notification: rows[0]!.id }))
  value(await markRead(project.handler, { notification: rows[0]!.id }))
  expect(value(await ownNotifications(project.handler, {})).unread).toBe(unread - 1)
  expect(value(await markAllRead(project.handler, {}))).toEqual({ read: unread - 1 })
  expect(value(await ownNotifications(project.handler, { show: 'unread' })).rows).toEqual([])
  expect(value(await unreadNotifications(project.lead, {})).unread).toBeGreaterThan(0)
})

it('come as each person chose, kind by kind', async () => {
  const project = await addSampleProject()
  const { named } = await addOpenCase(project)
  const usual = value(await ownChoices(project.lead, {}))
  expect(usual).toMatchObject({
    handler_assigned: { console: true, mail: true },
    daily_digest: { mail: true },
  })
  const others = all.filter((kind) => kind !== 'handler_assigned')
  value(await chooseNotifications(project.lead, { console: all, mail: others }))
  expect(value(await ownChoices(project.lead, {})).handler_assigned).toEqual({ console: true, mail: false })
  value(await assignHandler(project.handler, { ...named, to: project.lead.personId }))
  expect((await readMails()).filter(({ occasion }) => occasion.startsWith('handler_assigned'))).toEqual([])
  expect(value(await ownNotifications(project.lead, {})).rows[0]?.kind).toBe('handler_assigned')
  value(await chooseNotifications(project.handler, { console: others, mail: all }))
  value(await assignHandler(project.lead, { ...named, to: project.handler.personId }))
  expect((await readMails()).filter(({ occasion }) => occasion.startsWith('handler_assigned'))).toHaveLength(
    1,
  )
  const kinds = value(await ownNotifications(project.handler, {})).rows.map(({ kind }) => kind)
  expect(kinds).not.toContain('handler_assigned')
})

it('of cases one may no longer see are gone, from the count as well', async () => {
  const project = await addSampleProject()
  const { named } = await addOpenCase(project)
  value(await assignHandler(project.handler, { ...named, to: project.lead.personId }))
  expect(value(await unreadNotifications(project.lead, {})).unread).toBeGreaterThan(0)
  await db.delete(memberships).where(eq(memberships.personId, project.lead.personId))
  const left = await loadPersonActor(db, project.lead.personId)
  expect(value(await ownNotifications(left!, {}))).toEqual({ rows: [], unread: 0 })
})

it('about a case are read once it is opened, those of others are not', async () => {
  const project = await addSampleProject()
  const { named } = await addOpenCase(project)
  const other = await addOpenCase(project)
  for (const { named: one } of [{ named }, other])
    value(await assignHandler(project.handler, { ...one, to: project.lead.personId }))
  const unread = async () =>
    value(await ownNotifications(project.lead, { show: 'unread' })).rows.map(({ reference }) => reference)
  expect(await unread()).toContain(named.case)
  expect(value(await caseView(project.lead, named)).hasUnreadNews).toBe(true)
  expect(refusalOf(await markCaseRead(project.stranger, named))).toBe('not_found')
  value(await markCaseRead(project.lead, named))
  expect(value(await caseView(project.lead, named)).hasUnreadNews).toBe(false)
  expect(new Set(await unread())).toEqual(new Set([other.named.case]))
})

it('about a request lead to the request, come as each person chose, and to the stand-in of who is away', async () => {
  const project = await addSampleProject()
  const standIn = await addPerson('Ines Stand', { roles: { [project.id]: 'handler' } })
  await goesAway(project.handler, standIn)
  const others = all.filter((kind) => kind !== 'testing_asked')
  value(await chooseNotifications(project.lead, { console: all, mail: others }))
  const { row } = await addQuestion(project)
  const [mail, ...more] = (await readMails()).filter(({ occasion }) => occasion.startsWith('testing_asked'))
  expect(more).toEqual([])
  // Told for themselves already, whoever stands in is not told again.
  expect(mail).toMatchObject({
    subject: `Somebody asks before testing (Marmotte)`,
    recipient: { name: 'Ines Stand' },
  })
  expect(mail?.body).toContain(`/console/requests/${row.id}`)
  for (const one of [project.lead, project.handler, standIn])
    expect(value(await ownNotifications(one, {})).rows[0]).toMatchObject({
      kind: 'testing_asked',
      reference: null,
      project: 'Marmotte',
      path: `/console/requests/${row.id}`,
    })
  await db.delete(memberships).where(eq(memberships.personId, standIn.personId))
  const left = await loadPersonActor(db, standIn.personId)
  expect(value(await ownNotifications(left!, {}))).toEqual({ rows: [], unread: 0 })
})
