import { beforeEach, describe, expect, it } from 'vitest'
import { hourMs, plusMs } from '@/lib/instant'
import { counterEmbargo } from '@/test/embargo'
import { testStart } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { readMails } from '@/test/mails'
import { addOpenCase, addSampleProject, eventsOf, historyOf } from '@/test/sample-case'
import { addPerson, refusalOf, value } from '@/test/team'
import { answerEmbargo, proposeEmbargo } from './answer-embargo'
import { caseView } from './case-view'
import { addParticipant, removeParticipant } from './change-participants'
import { changeTitle, restrictCase } from './change-title'

const { db } = await testDatabase()
beforeEach(resetDatabase)

describe('changeTitle', () => {
  it('renames the case, sealed, and leaves the report as it was', async () => {
    const project = await addSampleProject()
    const { named, caseId } = await addOpenCase(project)
    expect(refusalOf(await changeTitle(project.handler, { ...named, title: '  ' }))).toEqual([
      'invalid',
      'title',
    ])
    value(await changeTitle(project.handler, { ...named, title: 'Tokens outlive a new password' }))
    const view = value(await caseView(project.handler, named))
    expect(view.title).toBe('Tokens outlive a new password')
    expect(view.reports?.[0]?.content.title).toBe('Reset tokens stay valid')
    expect((await historyOf(caseId)).at(-1)).toBe('title_changed')
    const rows = await db.execute('select title from cases')
    expect(JSON.stringify(rows.rows)).not.toContain('Tokens')
  })
})

describe('restrictCase', () => {
  it('restricts and lifts again, each recorded', async () => {
    const project = await addSampleProject()
    const { named, caseId } = await addOpenCase(project)
    value(await restrictCase(project.handler, { ...named, isRestricted: 'on' }))
    expect(refusalOf(await caseView(project.observer, named))).toBe('not_found')
    value(await restrictCase(project.handler, { ...named, isRestricted: '' }))
    expect(value(await caseView(project.observer, named)).isRestricted).toBe(false)
    expect((await eventsOf(caseId)).slice(-2).map(({ data }) => data)).toEqual([
      { isRestricted: true },
      { isRestricted: false },
    ])
  })
})

describe('participants', () => {
  it('are put on the case by the address of their account, and taken off', async () => {
    const project = await addSampleProject()
    const { named, caseId } = await addOpenCase(project)
    const { personId } = await addPerson('Cora Collaborator')
    const cora = { ...named, email: `${personId}@EXAMPLE.org`, as: 'collaborator' as const }
    value(await addParticipant(project.handler, cora))
    expect(refusalOf(await addParticipant(project.handler, cora))).toBe('refused')
    expect(value(await caseView(project.handler, named)).participants).toMatchObject([
      { id: personId, name: 'Cora Collaborator', as: 'collaborator' },
    ])
    value(await removeParticipant(project.handler, { ...named, person: personId }))
    expect(refusalOf(await removeParticipant(project.handler, { ...named, person: personId }))).toBe(
      'refused',
    )
    expect((await historyOf(caseId)).slice(-2)).toEqual(['participant_added', 'participant_removed'])
  })

  it('as handlers are of the team; nobody without an account', async () => {
    const project = await addSampleProject()
    const { named } = await addOpenCase(project)
    const add = (email: string) => addParticipant(project.handler, { ...named, email, as: 'handler' })
    expect(refusalOf(await add(`${project.stranger.personId}@example.org`))).toEqual(['invalid', 'email'])
    expect(refusalOf(await add('nobody@example.org'))).toEqual(['invalid', 'email'])
    expect(refusalOf(await add('nonsense'))).toEqual(['invalid', 'email'])
  })
})

describe('embargo dates', () => {
  it('of a reporter are accepted or declined once, and the reporter is told', async () => {
    const project = await addSampleProject()
    const { named, reporter, reportId, caseId } = await addOpenCase(project)
    const until = plusMs(testStart, 24 * 30 * hourMs)
    const proposal = await counterEmbargo({ reporter, reportId, caseId, until })
    expect(value(await caseView(project.handler, named))).toMatchObject({
      proposals: [{ id: proposal, by: 'reporter', state: 'open', until }],
    })
    const answer = { ...named, proposal, accepted: 'yes' as const }
    const both = await Promise.all([
      answerEmbargo(project.handler, answer),
      answerEmbargo(project.lead, answer),
    ])
    expect(both.map((result) => refusalOf(result) ?? 'ok').sort()).toEqual(['ok', 'refused'])
    const view = value(await caseView(project.handler, named))
    expect(view.proposals).toMatchObject([{ state: 'accepted' }])
    expect(view.clocks.find(({ kind }) => kind === 'embargo_end')?.dueAt).toBe(until)
    expect(view.timeline.bands[0]).toMatchObject({ kind: 'embargo', until, label: 'Embargo, agreed' })
    expect((await historyOf(caseId)).filter((type) => type === 'embargo_answered')).toHaveLength(1)
    expect((await readMails()).at(-1)?.recipient.address).toBe('reporter@example.net')
  })

  it('of ours wait for the reporter, close the gate, and are refused in the past or twice', async () => {
    const project = await addSampleProject()
    const { named, caseId } = await addOpenCase(project)
    const propose = (until: string) =>
      proposeEmbargo(project.handler, { ...named, until, untilZone: 'Europe/Berlin' })
    expect(refusalOf(await propose('2026-11-20T09:00'))).toBe('refused')
    const { proposalId } = value(await propose('2026-12-20T09:00'))
    expect(refusalOf(await propose('2026-12-20T09:00'))).toBe('refused')
    const view = value(await caseView(project.handler, named))
    expect(view.gates.find(({ code }) => code === 'counter_proposal')).toMatchObject({ isMet: false })
    expect((await eventsOf(caseId)).at(-1)).toMatchObject({
      type: 'embargo_countered',
      data: { proposalId, until: '2026-12-20T08:00:00.000Z' },
    })
    const own = { ...named, proposal: proposalId, accepted: 'yes' as const }
    expect(refusalOf(await answerEmbargo(project.handler, own))).toBe('refused')
  })
})
