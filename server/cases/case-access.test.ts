import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/access/actor'
import type { Result } from '@/lib/result'
import type { Problem } from '@/server/kernel/problem'
import { approveAdvisory, withdrawApproval } from '@/server/advisories/approve-advisory'
import { addCredit, changeCredit } from '@/server/advisories/change-credit'
import { editAdvisory } from '@/server/advisories/edit-advisory'
import { overrideGates, withdrawOverride } from '@/server/advisories/override-gates'
import { correctAdvisory, withdrawAdvisory } from '@/server/advisories/revise-advisory'
import { cancelSchedule, scheduleAnnouncement } from '@/server/advisories/schedule-announcement'
import { resetDatabase } from '@/test/database'
import { addOpenCase, addSampleProject, historyOf } from '@/test/sample-case'
import { addPerson, anyone, refusalOf, value } from '@/test/team'
import { acknowledgeCase } from './acknowledge-case'
import { answerEmbargo, proposeEmbargo } from './answer-embargo'
import { assignHandler } from './assign-handler'
import { addParticipant, removeParticipant } from './change-participants'
import { changeLine, changeLines } from './change-line'
import { changeTitle, restrictCase } from './change-title'
import { classifySeverity } from './classify-severity'
import { confirmCase } from './confirm-case'
import { passSilence } from './pass-silence'
import { recordAudit } from './record-audit'
import { recordRelease, yankRelease } from './record-release'
import { finishCase, reopenCase, resolveCase } from './resolve-case'
import { writeNote } from './write-note'
import { askReporter, respondToReporter, writeToReporter } from './write-to-reporter'

beforeEach(resetDatabase)

const id = randomUUID()
const draft = { title: 'x', summary: '', impact: '', actions: '', references: '' }

/** Every change of a case, with what it takes; `case` is added. */
const changes: Record<string, [(actor: Actor, input: never) => Promise<Result<unknown, Problem>>, object]> = {
  acknowledgeCase: [acknowledgeCase, {}],
  assignHandler: [assignHandler, { to: id }],
  writeToReporter: [writeToReporter, { body: 'x' }],
  respondToReporter: [respondToReporter, { body: 'x', nextStep: 'y' }],
  askReporter: [askReporter, { body: 'x' }],
  writeNote: [writeNote, { body: 'x' }],
  passSilence: [passSilence, {}],
  changeTitle: [changeTitle, { title: 'x' }],
  restrictCase: [restrictCase, { isRestricted: true }],
  classifySeverity: [classifySeverity, { ratingAlone: 'low' }],
  confirmCase: [confirmCase, { reproduction: 'x' }],
  changeLine: [changeLine, { line: id, seen: 1, affectedness: 'affected' }],
  changeLines: [changeLines, { lines: [`${id}:1`], affectedness: 'affected' }],
  recordRelease: [
    recordRelease,
    { line: id, seen: 1, version: '1.0.1', releasedAt: '2026-11-19T10:00', url: 'https://example.org/1' },
  ],
  yankRelease: [yankRelease, { line: id, seen: 1, reason: 'x' }],
  recordAudit: [recordAudit, { searched: 'x', found: 'y' }],
  resolveCase: [resolveCase, { kind: 'spam', explanation: 'x' }],
  reopenCase: [reopenCase, { reason: 'x' }],
  finishCase: [finishCase, {}],
  answerEmbargo: [answerEmbargo, { proposal: id, accepted: 'yes' }],
  proposeEmbargo: [proposeEmbargo, { until: '2026-12-01T10:00' }],
  addParticipant: [addParticipant, { email: 'a@example.org', as: 'collaborator' }],
  removeParticipant: [removeParticipant, { person: id }],
  editAdvisory: [editAdvisory, { ...draft, seen: 1 }],
  approveAdvisory: [approveAdvisory, { seen: 1 }],
  withdrawApproval: [withdrawApproval, {}],
  scheduleAnnouncement: [scheduleAnnouncement, { at: '2026-12-01T10:00', timeZone: 'UTC' }],
  cancelSchedule: [cancelSchedule, {}],
  overrideGates: [overrideGates, { ground: 'leaked' }],
  withdrawOverride: [withdrawOverride, {}],
  correctAdvisory: [correctAdvisory, { note: 'x' }],
  withdrawAdvisory: [withdrawAdvisory, { note: 'x' }],
  addCredit: [addCredit, { name: 'x', roles: ['finder'], consent: 'asked' }],
  changeCredit: [changeCredit, { credit: id, seen: 1, name: 'x', roles: ['finder'], consent: 'asked' }],
}

describe('every change of a case', () => {
  it('is not there for whoever may not see the case, and forbidden to whoever only reads', async () => {
    const project = await addSampleProject()
    const { named, caseId, reporter } = await addOpenCase(project)
    const elsewhere: Actor = { ...project.lead, roles: { [randomUUID()]: 'lead' } }
    const before = await historyOf(caseId)
    for (const [name, [change, input]] of Object.entries(changes)) {
      const given = { ...input, ...named } as never
      for (const actor of [anyone, project.stranger, elsewhere])
        expect([name, refusalOf(await change(actor, given))]).toEqual([name, 'not_found'])
      expect([name, refusalOf(await change(project.observer, given))]).toEqual([name, 'forbidden'])
      expect([name, refusalOf(await change(reporter, given))]).toEqual([name, 'forbidden'])
      expect([name, refusalOf(await change(project.lead, { ...input, case: 'MAR-ZZZZZ' } as never))]).toEqual(
        [name, 'not_found'],
      )
    }
    expect(await historyOf(caseId)).toEqual(before)
  })

  it('of a restricted case is for the leads, its handler and the people on it', async () => {
    const project = await addSampleProject()
    const { named, caseId } = await addOpenCase(project)
    const other = await addPerson('Another handler', { roles: { [project.id]: 'handler' } })
    expect(value(await writeNote(other, { ...named, body: 'Seen.' }))).toHaveProperty('messageId')
    value(await restrictCase(project.handler, { ...named, isRestricted: true }))
    expect(refusalOf(await writeNote(other, { ...named, body: 'Seen?' }))).toBe('not_found')
    expect(refusalOf(await writeNote(project.observer, { ...named, body: 'Seen?' }))).toBe('not_found')
    value(await writeNote(project.handler, { ...named, body: 'Still mine.' }))
    const address = `${other.personId}@example.org`
    value(await addParticipant(project.lead, { ...named, email: address, as: 'handler' }))
    value(await writeNote({ ...other, cases: { [caseId]: 'handler' } }, { ...named, body: 'Now.' }))
  })
})
