import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { changesChannel } from '@/db/channel'
import { caseLookers, caseReadings, cases } from '@/db/schema'
import { changeTitle, restrictCase } from '@/server/cases/change-title'
import { writeNote } from '@/server/cases/write-note'
import { removePerson } from '@/server/people/remove-person'
import { resetDatabase, testDatabase } from '@/test/database'
import { addReport } from '@/test/reporter'
import { addProject, refusalOf, value } from '@/test/team'
import { caseLookersNow, keepUnread, leaveCase, lookAtCase } from './look-at-case'
import { isUnread } from './readings'

const { db, listen } = await testDatabase()
beforeEach(resetDatabase)

const page = randomUUID()

async function reported() {
  const project = await addProject()
  const report = await addReport(project)
  return { ...project, ...report, named: { case: report.reference } }
}

describe('who looks at a case', () => {
  it('is told to the others, with what they are writing, and not to themselves', async () => {
    const { handler, lead, observer, named } = await reported()
    expect(value(await lookAtCase(handler, { ...named, page }))).toEqual([])
    expect(value(await lookAtCase(observer, { ...named, page: randomUUID() }))).toEqual([
      { personId: handler.personId, name: handler.name, writing: null },
    ])
    value(await lookAtCase(handler, { ...named, page, writing: 'reply' }))
    expect(value(await caseLookersNow(lead, named))).toEqual([
      { personId: handler.personId, name: handler.name, writing: 'reply' },
      { personId: observer.personId, name: observer.name, writing: null },
    ])
  })

  it('ends when the page is closed, by the page that said so last', async () => {
    const { handler, lead, named } = await reported()
    const later = randomUUID()
    value(await lookAtCase(handler, { ...named, page }))
    value(await lookAtCase(handler, { ...named, page: later }))
    value(await leaveCase(handler, { ...named, page }))
    expect(value(await caseLookersNow(lead, named))).toHaveLength(1)
    value(await leaveCase(handler, { ...named, page: later }))
    expect(value(await caseLookersNow(lead, named))).toEqual([])
  })

  it('ends by itself when a browser falls silent', async () => {
    const { handler, lead, named } = await reported()
    value(await lookAtCase(handler, { ...named, page }))
    await db.update(caseLookers).set({ seenAt: sql`now() - interval '46 seconds'` })
    expect(value(await caseLookersNow(lead, named))).toEqual([])
  })

  it('is told on the channel when it changes, and not while it stays the same', async () => {
    const { handler, caseId, named } = await reported()
    const told: string[] = []
    let isHearing = false
    const stop = listen(changesChannel, {
      heard: (payload) => told.push(payload),
      hearing: (is) => (isHearing = is),
    })
    await vi.waitFor(() => expect(isHearing).toBe(true))
    const looks = (writing: 'reply' | null) => lookAtCase(handler, { ...named, page, writing })
    value(await looks(null))
    value(await looks(null))
    value(await looks('reply'))
    value(await looks('reply'))
    value(await leaveCase(handler, { ...named, page }))
    await vi.waitFor(() => expect(told).toHaveLength(3))
    expect(new Set(told)).toEqual(new Set([`lookers ${caseId}`]))
    await stop()
  })

  it('is nobody’s business who may not see the case', async () => {
    const { handler, lead, observer, stranger, reporter, caseId, named } = await reported()
    value(await lookAtCase(handler, { ...named, page }))
    expect(refusalOf(await caseLookersNow(stranger, named))).toBe('not_found')
    expect(refusalOf(await lookAtCase(stranger, { ...named, page }))).toBe('not_found')
    expect(refusalOf(await caseLookersNow(reporter, named))).toBe('forbidden')
    await db.update(cases).set({ isRestricted: true }).where(eq(cases.id, caseId))
    expect(refusalOf(await lookAtCase(observer, { ...named, page }))).toBe('not_found')
    expect(value(await caseLookersNow(lead, named))).toHaveLength(1)
  })

  it('and how far they had read goes with a person who is removed', async () => {
    const { owner, handler, lead, named } = await reported()
    value(await lookAtCase(handler, { ...named, page, readTo: 1 }))
    value(await removePerson(owner, { personId: handler.personId, handOverTo: lead.personId }))
    expect(await db.select().from(caseLookers)).toEqual([])
    expect(await db.select().from(caseReadings)).toEqual([])
  })
})

describe('what is unread', () => {
  const unread = async (personId: string, caseId: string) => {
    const [row] = await db
      .select({ isUnread: isUnread(personId) })
      .from(cases)
      .where(eq(cases.id, caseId))
    return row?.isUnread
  }

  it('is what somebody else did since one looked', async () => {
    const { handler, lead, caseId, named } = await reported()
    expect(await unread(handler.personId, caseId)).toBe(true)
    value(await lookAtCase(handler, { ...named, page, readTo: 1 }))
    expect(await unread(handler.personId, caseId)).toBe(false)
    expect(await unread(lead.personId, caseId)).toBe(true)
    value(await writeNote(handler, { ...named, body: 'Mine.' }))
    expect(await unread(handler.personId, caseId)).toBe(false)
    value(await writeNote(lead, { ...named, body: 'Theirs.' }))
    expect(await unread(handler.personId, caseId)).toBe(true)
  })

  it('is not read by a page that was shown before it happened, and never unread again by an older one', async () => {
    const { handler, lead, caseId, named } = await reported()
    value(await writeNote(lead, { ...named, body: 'Later.' }))
    value(await lookAtCase(handler, { ...named, page, readTo: 1 }))
    expect(await unread(handler.personId, caseId)).toBe(true)
    value(await lookAtCase(handler, { ...named, page, readTo: 2 }))
    value(await lookAtCase(handler, { ...named, page, readTo: 1 }))
    expect(await unread(handler.personId, caseId)).toBe(false)
  })

  it('cannot be read in advance', async () => {
    const { handler, lead, caseId, named } = await reported()
    value(await lookAtCase(handler, { ...named, page, readTo: 1_000_000 }))
    value(await writeNote(lead, { ...named, body: 'Later.' }))
    expect(await unread(handler.personId, caseId)).toBe(true)
  })

  it('is what one marked so, until it is opened again', async () => {
    const { handler, caseId, named } = await reported()
    value(await lookAtCase(handler, { ...named, page, readTo: 1 }))
    value(await keepUnread(handler, named))
    expect(await unread(handler.personId, caseId)).toBe(true)
    value(await lookAtCase(handler, { ...named, page }))
    expect(await unread(handler.personId, caseId)).toBe(true)
    value(await lookAtCase(handler, { ...named, page, readTo: 1 }))
    expect(await unread(handler.personId, caseId)).toBe(false)
  })
})

it('changes nothing of the case itself', async () => {
  const { handler, lead, caseId, named } = await reported()
  const before = await db.select().from(cases).where(eq(cases.id, caseId))
  value(await lookAtCase(handler, { ...named, page, readTo: 1 }))
  value(await keepUnread(lead, named))
  expect(await db.select().from(cases).where(eq(cases.id, caseId))).toEqual(before)
  // And a change of the case changes nobody's mark but by what it is.
  value(await changeTitle(lead, { ...named, title: 'Another title' }))
  value(await restrictCase(lead, { ...named, isRestricted: true }))
  expect(await db.select().from(caseReadings)).toHaveLength(2)
})
