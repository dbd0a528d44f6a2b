import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeEach, expect, it } from 'vitest'
import { cases, embargoProposals, lineStatuses, policyVersions, releaseLines, reports } from '@/db/schema'
import { dayMs, plusMs, toInstant, type Instant } from '@/lib/instant'
import { now } from '@/server/kernel/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { storeCase } from '@/test/stored-case'
import { addProject, anyone, refusalOf, value } from '@/test/team'
import { calendarExport, caseCalendar } from './calendar'
import { calendarIcs } from './calendar-ics'

const { db } = await testDatabase()
beforeEach(resetDatabase)

const at = (day: string, time = '10:00') => toInstant(`2026-11-${day}T${time}:00Z`)

async function report(projectId: string, caseId: string, disclosureAt: Instant | null) {
  const [row] = await db.select().from(cases).where(eq(cases.id, caseId))
  const [made] = await db
    .insert(reports)
    .values({
      projectId,
      caseId,
      policyVersionId: row!.policyVersionId,
      channel: 'web',
      receivedAt: now(),
      receiptHash: randomBytes(8).toString('hex'),
      submissionHash: randomBytes(8).toString('hex'),
      content: new Uint8Array([1]),
      disclosureAt,
      disclosureTimeZone: disclosureAt && 'UTC',
    })
    .returning({ id: reports.id })
  return made!.id
}

async function agree(caseId: string, reportId: string, until: Instant, proposedAt: Instant) {
  await db
    .insert(embargoProposals)
    .values({ caseId, reportId, by: 'team', until, timeZone: 'UTC', state: 'accepted', proposedAt })
}

/** A case whose one line was released then, under a policy that waits that many days. */
async function releasedCase(project: { id: string }, releasedAt: Instant, delayDays: number) {
  const [policy] = await db.select().from(policyVersions).where(eq(policyVersions.projectId, project.id))
  const terms = { ...policy!.terms, announce: { ...policy!.terms.announce, delayDays } }
  await db.update(policyVersions).set({ terms }).where(eq(policyVersions.id, policy!.id))
  const [line] = await db
    .insert(releaseLines)
    .values({
      projectId: project.id,
      name: '1.x',
      range: '1.x',
      branch: '1.x',
      supportedFrom: plusMs(now(), -dayMs),
    })
    .returning()
  const { id } = await storeCase(project, 'Released', { stage: 'released' })
  await db.insert(lineStatuses).values({
    caseId: id,
    lineId: line!.id,
    affectedness: 'affected',
    plan: 'fix',
    work: 'released',
    releasedVersion: '1.0.1',
    releasedAt,
    changedAt: now(),
  })
}

it('shows the dates of open cases, each under its own name', async () => {
  const project = await addProject()
  const { lead } = project
  await storeCase(project, 'Owed', { nextDueAt: at('21') })
  const dated = await storeCase(project, 'Dated', { nextDueAt: at('24') })
  const reportId = await report(project.id, dated.id, at('24'))
  await agree(dated.id, reportId, at('29'), at('01'))
  await agree(dated.id, reportId, at('26'), at('02'))
  await storeCase(project, 'Going out', { stage: 'released', scheduledFor: at('27') })
  await storeCase(project, 'Held back', { stage: 'released', scheduledFor: at('27'), suspended: true })
  await releasedCase(project, at('18'), 7)
  await storeCase(project, 'Next month', { nextDueAt: toInstant('2026-12-20T10:00:00Z') })
  const closed = await storeCase(project, 'Closed', {
    stage: 'closed',
    resolution: 'spam',
    resolvedAt: now(),
  })
  await report(project.id, closed.id, at('24'))
  const announced = await storeCase(project, 'Announced', {
    stage: 'announced',
    announcedAt: now(),
    scheduledFor: at('23'),
    nextDueAt: at('30'),
  })
  await report(project.id, announced.id, at('25'))

  const { entries, isCut, sheet } = value(await caseCalendar(lead, {}))
  expect(entries.map(({ day, kind, title }) => [day.slice(8), kind, title])).toEqual([
    ['21', 'promise', 'Owed'],
    ['24', 'reporter_date', 'Dated'],
    ['25', 'not_before', 'Released'],
    ['26', 'embargo_end', 'Dated'],
    ['27', 'scheduled', 'Going out'],
    ['30', 'promise', 'Announced'],
  ])
  expect(isCut).toBe(false)
  expect(sheet).toMatchObject({ month: '2026-11', today: '2026-11-20' })
  const december = value(await caseCalendar(lead, { month: '2026-12' })).entries
  expect(december.map(({ title }) => title)).toEqual(['Announced', 'Next month'])
})

it('puts a date on its day over there', async () => {
  const project = await addProject()
  await storeCase(project, 'Late in the evening', { nextDueAt: at('24', '23:30') })
  const dayIn = async (timeZone: string) =>
    value(await caseCalendar(project.lead, { timeZone })).entries[0]?.day
  expect(await dayIn('UTC')).toBe('2026-11-24')
  expect(await dayIn('Europe/Berlin')).toBe('2026-11-25')
})

it('shows nobody what does not exist for them', async () => {
  const project = await addProject()
  const { handler, observer, stranger, owner } = project
  const restricted = await storeCase(project, 'Restricted', { isRestricted: true, nextDueAt: at('21') })
  await report(project.id, restricted.id, at('22'))
  await storeCase(project, 'Going out', { isRestricted: true, stage: 'released', scheduledFor: at('27') })
  await releasedCase(project, at('18', '09:00'), 3)
  const kinds = async (actor: typeof owner) =>
    value(await caseCalendar(actor, {})).entries.map(({ kind }) => kind)
  expect(await kinds(owner)).toEqual(['not_before', 'promise', 'reporter_date', 'scheduled'])
  expect(await kinds(handler)).toEqual(['not_before'])
  expect(await kinds(observer)).toEqual(['not_before'])
  expect(await kinds(stranger)).toEqual([])
  expect(value(await calendarExport(stranger, {}))).toEqual([])
  expect(refusalOf(await caseCalendar(anyone, {}))).toBe('not_found')
})

it('refuses what is no month and no time zone', async () => {
  const { lead } = await addProject()
  expect(refusalOf(await caseCalendar(lead, { month: '2026-13' }))).toEqual(['invalid', 'month'])
  expect(refusalOf(await caseCalendar(lead, { timeZone: 'Mars' }))).toEqual(['invalid', 'timeZone'])
})

it('is a calendar file that names cases by their reference alone', async () => {
  const project = await addProject()
  const { reference } = await storeCase(project, 'Secret words', { nextDueAt: at('21') })
  const file = calendarIcs(value(await calendarExport(project.lead, {})), {
    origin: 'https://desk.example.org',
    now: now(),
  })
  const lines = file.replaceAll('\r\n ', '').split('\r\n')
  expect(lines.filter((line) => /^(BEGIN:VEVENT|UID|DTSTART|SUMMARY|URL|CLASS)/.test(line))).toEqual([
    'BEGIN:VEVENT',
    `UID:${reference}.promise.1@desk.example.org`,
    'DTSTART:20261121T100000Z',
    `SUMMARY:${reference}: promise due`,
    `URL;VALUE=URI:https://desk.example.org/console/cases/${reference}`,
    'CLASS:PRIVATE',
  ])
  expect(file).not.toContain('Secret')
})
