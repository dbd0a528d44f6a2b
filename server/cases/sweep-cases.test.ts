import { eq } from 'drizzle-orm'
import { beforeEach, expect, it } from 'vitest'
import { cases } from '@/db/schema'
import { dayMs, hourMs } from '@/lib/instant'
import { jobActor } from '@/server/auth/job-actor'
import { now } from '@/server/kernel/clock'
import { advanceClock } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { addReport } from '@/test/reporter'
import { addOpenCase, addSampleProject } from '@/test/sample-case'
import { refusalOf, value } from '@/test/team'
import { changeReleaseLine } from '@/server/projects/change-release-line'
import { changeIntake } from '@/server/projects/change-intake'
import { intakeSettings } from '@/server/projects/intake-settings'
import { readMails } from '@/test/mails'
import { escalateCase } from './escalate-case'
import { overdueCases } from './overdue-cases'
import { releaseHeld } from './release-held'
import { sweepCases } from './sweep-cases'

const { db } = await testDatabase()
beforeEach(resetDatabase)

const sweep = async () => value(await sweepCases(jobActor('cases.sweep'), {}))

it('asks after an overdue case for each step of its escalation, and no more once everybody was told', async () => {
  const project = await addSampleProject()
  const older = await addReport(project)
  advanceClock(hourMs)
  const newer = await addReport(project)
  const asked = () => overdueCases({ tx: db, now: now() }, 10)
  const escalate = ({ reference }: { reference: string }) =>
    escalateCase(jobActor('cases.escalate'), { case: reference })

  advanceClock(48 * hourMs)
  expect(await asked()).toEqual([older.caseId])
  advanceClock(1)
  expect(await asked()).toEqual([older.caseId, newer.caseId])
  expect(await overdueCases({ tx: db, now: now() }, 1)).toEqual([older.caseId])
  // The handler is told of the one, and the sweep leaves it alone until its lead is to be told.
  value(await escalate(older))
  expect(await asked()).toEqual([newer.caseId])
  expect(await sweep()).toMatchObject({ overdue: 1 })
  advanceClock(12 * hourMs)
  expect(await asked()).toEqual([newer.caseId, older.caseId])
  advanceClock(12 * hourMs)
  value(await escalate(older))
  value(await escalate(newer))
  expect(await asked()).toEqual([])
  expect(refusalOf(await escalate(older))).toBe('refused')
  advanceClock(20 * hourMs)
  expect(await asked()).toEqual([])
})

it('asks again for a second broken promise, although everybody was told of the first', async () => {
  const project = await addSampleProject()
  const { reference, caseId } = await addOpenCase(project)
  const asked = () => overdueCases({ tx: db, now: now() }, 10)
  const escalate = async () => value(await escalateCase(jobActor('cases.escalate'), { case: reference }))
  // The detailed response is promised within 96 hours, news every 14 days.
  advanceClock(5 * dayMs + 1)
  expect(await escalate()).toMatchObject({ steps: 3 })
  expect(await asked()).toEqual([])
  advanceClock(9 * dayMs)
  expect(await asked()).toEqual([caseId])
  expect(await escalate()).toMatchObject({ steps: 1 })
  expect(await asked()).toEqual([])
})

it('asks after the oldest report that is held, once its acknowledgement is overdue, and after no other', async () => {
  const project = await addSampleProject()
  const { project: stands } = value(await intakeSettings(project.owner, { project: project.slug }))
  const intake = { project: project.slug, version: stands.version, floodAbove: 30, isUnderAttack: true }
  value(await changeIntake(project.lead, intake))
  const first = await addReport(project)
  advanceClock(hourMs)
  const second = await addReport(project)
  expect([first.isHeld, second.isHeld]).toEqual([true, true])
  const told = async (news: string) =>
    (await readMails()).filter(({ occasion }) => occasion.startsWith(news)).map(({ subject }) => subject)
  expect(await told('reports_held')).toEqual([`Reports are held until somebody looks: ${first.reference}`])
  expect(await overdueCases({ tx: db, now: now() }, 10)).toEqual([])
  advanceClock(48 * hourMs + 1)
  expect(await overdueCases({ tx: db, now: now() }, 10)).toEqual([first.caseId])
  value(await escalateCase(jobActor('cases.escalate'), { case: first.reference }))
  expect((await told('promise_broken'))[0]).toContain(first.reference)
  value(await releaseHeld(project.handler, { case: first.reference }))
  expect(await overdueCases({ tx: db, now: now() }, 10)).toEqual([second.caseId])
})

it('renews what the end of a line’s support changes', async () => {
  const project = await addSampleProject()
  const { caseId } = await addOpenCase(project)
  const line = { name: '3.x', range: '>=3.0.0 <4.0.0', branch: '3.x', supportedFrom: '2025-01-01' }
  const named = { project: project.slug, line: project.line['3.x']!, version: 1 }
  value(await changeReleaseLine(project.lead, { ...named, ...line, supportedUntil: '2026-11-21' }))
  const versionOf = async () =>
    (await db.select({ version: cases.version }).from(cases).where(eq(cases.id, caseId)))[0]!.version
  const before = await versionOf()
  advanceClock(2 * dayMs)
  expect(await sweep()).toMatchObject({ supportEnded: 1 })
  expect(await versionOf()).toBe(before + 1)
  expect(await sweep()).toMatchObject({ supportEnded: 0 })
})
