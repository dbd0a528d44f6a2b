import { asc, eq, max, sql } from 'drizzle-orm'
import { decrypt, readMessage, readPrivateKey } from 'openpgp'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  advisories,
  cases,
  events,
  lineStatuses,
  messages,
  publications,
  reports,
  requests,
} from '@/db/schema'
import { stages } from '@/domain/cases/stage'
import { hourMs, plusMs, type Instant } from '@/lib/instant'
import { alertQueue } from '@/server/alerts/alert-queue'
import { assessmentList } from '@/server/assessments/assessment-list'
import { authenticate } from '@/server/auth/authenticate'
import { caseView } from '@/server/cases/case-view'
import { now } from '@/server/kernel/clock'
import { verifyEvents } from '@/server/kernel/verify-events'
import { resetDatabase, testDatabase } from '@/test/database'
import { anyone, value } from '@/test/team'
import { publicAcknowledgements } from '@/server/advisories/public-acknowledgements'
import { publicStatistics } from '@/server/reports/public-statistics'
import { Desk } from './desk'
import { foundDesk } from './found-desk'
import { play, type Course } from './play'
import { stories } from './stories/stories'
import { demoPassword, team } from './team'

const database = await testDatabase()
const { db } = database

let desk: Desk
let present: Instant
let courses: Map<string, Course>
let rows: (typeof cases.$inferSelect)[]

beforeAll(async () => {
  await resetDatabase()
  present = now()
  desk = new Desk(database, process.env.TEST_CLOCK_FILE ?? '', present)
  await foundDesk(desk)
  courses = await play(desk, stories)
  rows = await db.select().from(cases).orderBy(asc(cases.receivedAt))
})

const named = (story: string) => {
  const row = rows.find(({ reference }) => reference === courses.get(story)?.reference)
  if (!row) throw new Error(`There is no case of ${story}.`)
  return row
}
const advisoryOf = async (story: string) => {
  const [row] = await db
    .select()
    .from(advisories)
    .where(eq(advisories.caseId, named(story).id))
  return row
}

describe('the demonstration', () => {
  it('has alerts that wait and one that was dismissed, and a release that may go out and one that may not', async () => {
    const lead = await desk.actor('tomas')
    expect(value(await alertQueue(lead, { view: 'open' })).views).toMatchObject({ open: 2, dismissed: 1 })
    const { assessments } = value(await assessmentList(await desk.actor('jonas'), { project: 'pedro' }))
    expect(assessments.map(({ release, mayGoOut }) => [release, mayGoOut])).toEqual([
      ['2.5.0', false],
      ['2.4.0', true],
    ])
  })

  it('has cases in every stage and of every severity', () => {
    expect(new Set(rows.map(({ stage }) => stage))).toEqual(new Set(stages))
    expect(rows.map(({ rating }) => rating)).toEqual(
      expect.arrayContaining(['low', 'medium', 'high', 'critical', null]),
    )
  })

  it('has at least two cases in different stages for each of the five projects', () => {
    const projects = new Map<string, Set<string>>()
    for (const { projectId, stage } of rows)
      projects.set(projectId, (projects.get(projectId) ?? new Set()).add(stage))
    expect(projects.size).toBe(5)
    for (const found of projects.values()) expect(found.size).toBeGreaterThan(1)
  })

  it('has what is overdue, due within a day, later, and waiting for the reporter', () => {
    const due = (story: string) => named(story).nextDueAt ?? ''
    expect(due('config-merge') < present).toBe(true)
    expect(due('session-cookie') > present && due('session-cookie') < plusMs(present, 24 * hourMs)).toBe(true)
    expect(due('queue-prefix') > plusMs(present, 24 * hourMs)).toBe(true)
    expect(named('cli-tokens').waitsForReporter).toBe(true)
  })

  it('has an announcement that is scheduled, one that is suspended, and one that stepped over gates', async () => {
    expect((await advisoryOf('archive'))?.scheduledFor?.localeCompare(present)).toBe(1)
    expect(await advisoryOf('preview')).toMatchObject({ suspendedGates: ['lines', 'not_before'] })
    expect(await advisoryOf('sync-token')).toMatchObject({ overrideGround: 'leaked' })
    expect(named('sync-token').announcedAt).not.toBeNull()
  })

  it('has advisories that were corrected, and fixed later on one more line', async () => {
    const kinds = (await db.select({ kind: publications.kind }).from(publications)).map(({ kind }) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['announcement', 'correction', 'late_fix']))
  })

  it('has what is closed without a fix, a restricted case, and a line that stays as it is', async () => {
    const kinds = rows.map(({ resolution }) => resolution)
    expect(kinds).toEqual(expect.arrayContaining(['duplicate', 'unsafe_by_design', 'third_party']))
    expect(named('signing-key').isRestricted).toBe(true)
    const plans = (await db.select({ plan: lineStatuses.plan }).from(lineStatuses)).map(({ plan }) => plan)
    expect(plans).toContain('wont_fix')
  })

  it('has reporters without a name, and one whose own date comes before the earliest announcement', async () => {
    const sent = await db.select().from(reports)
    expect(sent.some(({ contact }) => contact === null)).toBe(true)
    const tomas = await desk.actor('tomas')
    const view = value(await caseView(tomas, { case: named('search-titles').reference }))
    expect(view.dateConflict?.kind).toBe('certain')
  })

  it('has a report that only the key of its team opens', async () => {
    const mei = await desk.actor('mei')
    const [report] = value(await caseView(mei, { case: named('stream-keys').reference })).reports ?? []
    expect(report?.encrypted?.addressee.to).toBe('current')
    const { data } = await decrypt({
      message: await readMessage({ armoredMessage: report?.content.description ?? '' }),
      decryptionKeys: await readPrivateKey({ armoredKey: desk.teamKey?.privateKey ?? '' }),
      date: new Date(present),
    })
    expect(data).toContain('Stream records keep the keys')
  })

  it('has requests that wait for an answer, and one that has it', async () => {
    const asked = await db.select({ kind: requests.kind, state: requests.state }).from(requests)
    expect(asked).toEqual(
      expect.arrayContaining([
        { kind: 'testing', state: 'allowed' },
        { kind: 'testing', state: 'requested' },
        { kind: 'policy', state: 'requested' },
      ]),
    )
  })

  it('has a project that shows every statistic and thanks people', async () => {
    const asked = { project: 'marmotte' }
    const { shown, timeToAcknowledge } = value(await publicStatistics(anyone, asked))
    expect(shown).toHaveLength(3)
    expect(timeToAcknowledge).toMatchObject({ cases: 5, medianMs: 18 * hourMs })
    const [year] = value(await publicAcknowledgements(anyone, asked)).years
    expect(year).toMatchObject({ anonymous: 1 })
    expect(new Set(year?.people.map(({ name }) => name))).toEqual(
      new Set(['Tove Aas', 'Tomás Rivera', 'Restart Rabbit']),
    )
  })

  it('happened in the past, and its chains hold', async () => {
    const [last] = await db.select({ at: max(events.at) }).from(events)
    expect(last?.at && last.at <= present).toBe(true)
    expect(last?.at && last.at > plusMs(present, -6 * hourMs)).toBe(true)
    const [later] = await db
      .select({ count: sql<number>`count(*)::int` })
      .from(messages)
      .where(sql`${messages.sentAt} > ${present}`)
    expect(later?.count).toBe(0)
    expect((await verifyEvents(db)).breaks).toEqual([])
  })

  it('lets everybody in with the one password', async () => {
    for (const { address } of Object.values(team))
      expect(await authenticate({ address, password: demoPassword }, 'test'), address).not.toBeNull()
  })
})
