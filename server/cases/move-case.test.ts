import { beforeEach, describe, expect, it } from 'vitest'
import { dayMs, hourMs } from '@/lib/instant'
import type { Actor } from '@/domain/access/actor'
import { addReleaseLine } from '@/server/projects/add-release-line'
import { ownReport } from '@/server/reports/own-report'
import { addPerson, addProject, refusalOf, value } from '@/test/team'
import { advanceClock } from '@/test/clock'
import { resetDatabase } from '@/test/database'
import { readMails } from '@/test/mails'
import { addReport } from '@/test/reporter'
import { addOpenCase, addSampleProject, eventsOf, historyOf } from '@/test/sample-case'
import { caseQueue } from './case-queue'
import { caseView } from './case-view'
import { changeLine } from './change-line'
import { classifySeverity } from './classify-severity'
import { confirmCase } from './confirm-case'
import { linkCase } from './link-case'
import { moveCase } from './move-case'
import { queueChoices } from './queue-choices'
import { recordRelease } from './record-release'
import { now } from '@/server/kernel/clock'
import { isMilestone } from '@/domain/exploitation/milestone'
import { recordExploitation } from '@/server/exploitation/record-exploitation'
import { chooseCraRole } from '@/server/projects/choose-cra-role'

beforeEach(resetDatabase)

const explanation = 'The parser is a part of Pedro.'

/** A case of one project, another project with a line of its own, and somebody who handles both. */
async function twoProjects() {
  const project = await addSampleProject()
  const other = await addProject('Pedro', 'PED')
  const facts = {
    name: '1.8.x',
    range: '>=1.8.0 <1.9.0',
    branch: '1.8',
    supportedFrom: '2025-01-01',
    supportedUntil: '',
  }
  value(await addReleaseLine(other.lead, { project: other.slug, ...facts }))
  const both = await addPerson('Handler of both', {
    roles: { [project.id]: 'handler', [other.id]: 'handler' },
  })
  const opened = await addOpenCase(project)
  return { project, other, both, ...opened, moving: { ...opened.named, to: other.slug, explanation } }
}

const clocksOf = async (actor: Actor, named: { case: string }) =>
  value(await caseView(actor, named)).clocks.map(({ kind, dueAt, status }) => [kind, dueAt, status])

describe('moveCase', () => {
  it('Move a case to another project: its reporter is told, clocks keep, lines are planned anew', async () => {
    const { project, other, both, named, moving, reporter, caseId, reference } = await twoProjects()
    const line = { line: project.line['2.x'] ?? '', seen: 1, affectedness: 'affected' as const }
    value(await changeLine(project.handler, { ...named, ...line }))
    value(await classifySeverity(project.handler, { ...named, ratingAlone: 'high' }))
    value(await confirmCase(project.handler, { ...named, reproduction: 'Seen on 2.4.0.' }))
    const before = await clocksOf(both, named)
    advanceClock(hourMs)
    expect(value(await moveCase(both, moving))).toEqual({ reference, project: other.slug })

    const view = value(await caseView(both, named))
    expect(view).toMatchObject({
      project: { name: 'Pedro' },
      handler: { name: 'Handler of both' },
      stage: 'confirmed',
      policy: { of: 'Marmotte' },
    })
    expect(view.lines.map(({ name, affectedness }) => [name, affectedness])).toEqual([['1.8.x', 'unknown']])
    expect(await clocksOf(both, named)).toEqual(before)
    expect((await historyOf(caseId)).slice(-2)).toEqual(['moved', 'handler_assigned'])
    expect((await eventsOf(caseId)).at(-2)?.data).toEqual({ from: project.id, to: other.id })

    const own = JSON.stringify(value(await ownReport(reporter, {})))
    expect(own).toContain(explanation)
    expect(own).toContain('Pedro')
    const told = (await readMails()).find(({ occasion }) => occasion.startsWith('moved'))
    expect(told?.subject).toBe('Another team handles your report now (Pedro)')
    expect(told?.body).not.toContain('parser')
    expect(refusalOf(await caseView(project.handler, named))).toBe('not_found')
    value(await caseView(other.handler, named))
  })

  it('leaves the case in the queue of its new project, whose team answers for it', async () => {
    const { other, both, moving, reference } = await twoProjects()
    value(await moveCase(both, moving))
    const [row] = value(await caseQueue(other.handler, {})).cases
    expect(row).toMatchObject({ reference, project: other.slug })
    const { projects } = value(await queueChoices(other.handler, {}))
    expect(projects).toMatchObject([{ slug: other.slug, mayAssign: true }])
    expect(projects[0]?.handlers).toContain(other.handler.personId)
  })

  it('tells a team whose handler is still to be found, and leaves a known handler in place', async () => {
    const { project, other, both } = await twoProjects()
    const { reference } = await addReport(project)
    value(await moveCase(both, { case: reference, to: other.slug, explanation }))
    expect(value(await caseView(both, { case: reference }))).toMatchObject({
      handler: null,
      stage: 'received',
    })
    const told = (await readMails()).filter(({ occasion }) => occasion.startsWith('case_moved'))
    expect(told.length).toBeGreaterThan(0)
    const kept = await addOpenCase(project)
    value(await moveCase({ ...project.owner }, { ...kept.named, to: other.slug, explanation }))
    expect(value(await caseView(project.owner, kept.named)).handler?.name).toBe(project.owner.name)
  })

  it('the milestones for authorities follow the project it is in, not the one whose policy it keeps', async () => {
    const { project, other, both, named, moving } = await twoProjects()
    const owed = async () =>
      value(await caseView(both, named))
        .clocks.map(({ kind }) => kind)
        .filter(isMilestone)
    const role = { role: 'open_source_steward', version: 1 } as const
    value(await chooseCraRole(other.owner, { project: other.slug, ...role }))
    value(await recordExploitation(project.handler, { ...named, knownSince: now(), words: 'Seen in logs.' }))
    expect(await owed()).toEqual([])
    value(await moveCase(both, moving))
    expect(await owed()).not.toEqual([])
    expect(value(await caseView(both, named)).craRole).toBe('open_source_steward')
  })

  it('needs the right to handle cases in both, and a project one works on', async () => {
    const { project, other, both, named, moving } = await twoProjects()
    expect(refusalOf(await moveCase(project.handler, moving))).toEqual(['invalid', 'to'])
    expect(refusalOf(await moveCase(other.handler, moving))).toBe('not_found')
    expect(refusalOf(await moveCase(project.observer, moving))).toBe('forbidden')
    const looksOn = await addPerson('Looks on', {
      roles: { [project.id]: 'handler', [other.id]: 'observer' },
    })
    expect(refusalOf(await moveCase(looksOn, moving))).toBe('forbidden')
    expect(refusalOf(await moveCase(both, { ...named, to: project.slug, explanation }))).toBe('refused')
    expect(refusalOf(await moveCase(both, { ...moving, explanation: ' ' }))).toEqual([
      'invalid',
      'explanation',
    ])
  })

  it('is refused for a linked case, and once a patch release is out', async () => {
    const { project, both, named, moving } = await twoProjects()
    const second = await addOpenCase(project)
    value(await linkCase(project.handler, { ...second.named, ofCase: named.case }))
    expect(refusalOf(await moveCase(both, moving))).toBe('refused')
    expect(refusalOf(await moveCase(both, { ...moving, ...second.named }))).toBe('refused')
    const third = await addOpenCase(project)
    const line = project.line['2.x'] ?? ''
    value(await changeLine(project.handler, { ...third.named, line, seen: 1, affectedness: 'affected' }))
    value(await classifySeverity(project.handler, { ...third.named, ratingAlone: 'high' }))
    value(await confirmCase(project.handler, { ...third.named, reproduction: 'Seen.' }))
    const release = { version: '2.4.9', releasedAt: now(), url: 'https://git.example.org/2.4.9' }
    value(await recordRelease(project.handler, { ...third.named, line, seen: 2, ...release }))
    expect(refusalOf(await moveCase(both, { ...moving, ...third.named }))).toBe('refused')
  })

  it('by two at once moves once', async () => {
    const { other, both, moving, caseId } = await twoProjects()
    advanceClock(dayMs)
    const owner: Actor = other.owner
    const results = await Promise.all([moveCase(both, moving), moveCase(owner, moving)])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await historyOf(caseId)).filter((type) => type === 'moved')).toHaveLength(1)
  })
})
