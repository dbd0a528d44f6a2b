import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { cases } from '@/db/schema'
import { dayMs, hourMs, plusMs } from '@/lib/instant'
import { advanceClock } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { readMails } from '@/test/mails'
import { addOpenCase, addSampleProject, eventsOf, historyOf } from '@/test/sample-case'
import { refusalOf, value } from '@/test/team'
import { jobActor } from '@/server/auth/job-actor'
import { caseQueue } from '@/server/cases/case-queue'
import { caseView } from '@/server/cases/case-view'
import { classifySeverity } from '@/server/cases/classify-severity'
import { escalateCase } from '@/server/cases/escalate-case'
import { now } from '@/server/kernel/clock'
import { addTask } from './add-task'
import { changeTask, finishTask } from './change-task'
import { checkText } from './check-text'
import { tickEntry } from './tick-entry'

const { db } = await testDatabase()
beforeEach(resetDatabase)

describe('checkText', () => {
  it('says what gives the case away, where it stands and what to write instead, and keeps nothing', async () => {
    const project = await addSampleProject()
    const { named, caseId } = await addOpenCase(project, { contactName: 'Wren Oduya' })
    value(await classifySeverity(project.handler, { ...named, ratingAlone: 'high', cwes: 'CWE-22' }))
    const before = await historyOf(caseId)
    for (const text of ['2.4.7 fixes CVE-2026-12345.', '2.4.7 is a security fix.', `See ${named.case}`])
      expect(value(await checkText(project.handler, { ...named, kind: 'release_note', text }))).toMatchObject(
        {
          isStopped: true,
          findings: [{ line: 1 }],
        },
      )
    const thanks = value(
      await checkText(project.handler, { ...named, text: 'Tidy up, thanks to Wren Oduya' }),
    )
    expect(thanks.findings).toMatchObject([{ kind: 'reporter', found: 'Wren Oduya', line: 1, column: 20 }])
    const pathname = value(await checkText(project.handler, { ...named, text: 'Tidy the pathname' }))
    expect(pathname.findings).toMatchObject([{ kind: 'weakness', level: 'look' }])
    expect(value(await checkText(project.handler, { ...named, text: 'Bump the lockfile' }))).toEqual({
      isStopped: false,
      findings: [],
      neutral: null,
    })
    expect(await historyOf(caseId)).toEqual(before)
  })

  it('exists for nobody who does not see the case, and says what is missing', async () => {
    const project = await addSampleProject()
    const { named } = await addOpenCase(project)
    expect(refusalOf(await checkText(project.stranger, { ...named, text: 'x' }))).toBe('not_found')
    expect(refusalOf(await checkText(project.handler, { ...named, text: ' ' }))).toEqual(['invalid', 'text'])
  })
})

describe('tickEntry', () => {
  it('ticks with a person and an instant, takes it back, and refuses what an act or a gate shows', async () => {
    const project = await addSampleProject()
    const { named, caseId } = await addOpenCase(project)
    value(await tickEntry(project.handler, { ...named, entry: 'tests', isDone: 'on' }))
    const entry = async () =>
      value(await caseView(project.handler, named)).fix.checklist.find(({ code }) => code === 'tests')
    expect(await entry()).toMatchObject({ state: 'done', tickedBy: 'Handler of Marmotte', at: now() })
    expect(refusalOf(await tickEntry(project.handler, { ...named, entry: 'tests', isDone: 'on' }))).toBe(
      'refused',
    )
    value(await tickEntry(project.lead, { ...named, entry: 'tests' }))
    expect(await entry()).toMatchObject({ state: 'open' })
    expect((await historyOf(caseId)).slice(-2)).toEqual(['checklist_ticked', 'checklist_unticked'])
    expect(refusalOf(await tickEntry(project.handler, { ...named, entry: 'audit' as 'tests' }))).toEqual([
      'invalid',
      'entry',
    ])
    expect(refusalOf(await tickEntry(project.observer, { ...named, entry: 'tests' }))).toBe('forbidden')
  })
})

describe('tasks', () => {
  it('stand in the queue when they are due next, and their owner hears once of an overdue one', async () => {
    const project = await addSampleProject()
    const { named, caseId } = await addOpenCase(project)
    const due = plusMs(now(), hourMs)
    const given = { ...named, text: 'Ask the maintainer of the parser', owner: project.lead.personId, due }
    const { task } = value(await addTask(project.handler, given))
    const [row] = value(await caseQueue(project.handler, {})).cases
    expect(row?.due).toMatchObject({ kind: 'task', dueAt: due })

    advanceClock(2 * dayMs)
    value(await escalateCase(jobActor('cases.escalate'), named))
    const told = (await readMails()).filter(({ subject }) => subject.startsWith('A task is overdue'))
    expect(told.map(({ recipient }) => recipient.name)).toEqual(['Lead of Marmotte'])
    expect(
      (await eventsOf(caseId))
        .filter(({ data }) => JSON.stringify(data).includes(task))
        .map(({ type }) => type),
    ).toEqual(['task_added', 'escalated'])

    value(await finishTask(project.lead, { ...named, task, seen: 1, isDone: 'on' }))
    expect(value(await caseView(project.lead, named)).fix.tasks).toMatchObject([
      { text: given.text, isOverdue: false, done: { by: 'Lead of Marmotte' } },
    ])
    const [stored] = await db.select().from(cases).where(eq(cases.id, caseId))
    expect(stored?.nextDueKind).not.toBe('task')
  })

  it('are told to whoever they are given to, once, never by what they say, and not to whoever gives them', async () => {
    const project = await addSampleProject()
    const { named } = await addOpenCase(project)
    const { handler, lead } = project
    const toldOf = async () =>
      (await readMails())
        .filter(({ occasion }) => occasion.startsWith('task_given:'))
        .map(({ recipient, body }) => {
          expect(body).not.toContain('parser')
          return recipient.name
        })
    const text = 'Ask the maintainer of the parser'
    const { task } = value(await addTask(handler, { ...named, text, owner: handler.personId }))
    expect(await toldOf()).toEqual([])
    value(await changeTask(handler, { ...named, task, seen: 1, text, owner: lead.personId }))
    expect(await toldOf()).toEqual(['Lead of Marmotte'])
    value(await changeTask(handler, { ...named, task, seen: 2, text: `${text} again`, owner: lead.personId }))
    expect(await toldOf()).toEqual(['Lead of Marmotte'])
  })

  it('are changed over the version one saw, by and for people of the team, on their own case', async () => {
    const project = await addSampleProject()
    const { named } = await addOpenCase(project)
    const other = await addOpenCase(project)
    const { task } = value(await addTask(project.handler, { ...named, text: 'Look' }))
    value(await changeTask(project.handler, { ...named, task, seen: 1, text: 'Look again' }))
    const [shown] = value(await caseView(project.lead, named)).fix.tasks
    expect(shown).toMatchObject({ text: 'Look again', changedBy: project.handler.name })
    const stale = { ...named, task, seen: 1, text: 'Look elsewhere' }
    expect(refusalOf(await changeTask(project.lead, stale))).toBe('conflict')
    expect(refusalOf(await changeTask(project.lead, { ...stale, ...other.named }))).toBe('not_found')
    expect(
      refusalOf(await addTask(project.handler, { ...named, text: 'x', owner: project.stranger.personId })),
    ).toEqual(['invalid', 'owner'])
    expect(refusalOf(await addTask(project.handler, { ...named, text: 'x', due: 'soon' }))).toEqual([
      'invalid',
      'due',
    ])
    expect(refusalOf(await addTask(project.stranger, { ...named, text: 'x' }))).toBe('not_found')
  })
})
