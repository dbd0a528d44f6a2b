import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import type { PersonActor } from '@/server/auth/person-actor'
import { jobActor } from '@/server/auth/job-actor'
import { now } from '@/server/kernel/clock'
import { addTask } from '@/server/fixes/add-task'
import { changeRole } from '@/server/people/change-role'
import { removeMember } from '@/server/people/remove-member'
import { removePerson } from '@/server/people/remove-person'
import { ownReport } from '@/server/reports/own-report'
import { replyAsReporter } from '@/server/reports/reply-as-reporter'
import { goesAway } from '@/test/absence'
import { advanceClock } from '@/test/clock'
import { hourMs } from '@/lib/instant'
import { resetDatabase, testDatabase } from '@/test/database'
import { readMails } from '@/test/mails'
import { addReport, addWelcomedReport, formKey } from '@/test/reporter'
import { addOpenCase, addSampleProject, eventsOf } from '@/test/sample-case'
import { addPerson, addProject, refusalOf, value } from '@/test/team'
import { assignHandler } from './assign-handler'
import { caseView } from './case-view'
import { addParticipant } from './change-participants'
import { escalateCase } from './escalate-case'
import { moveCase } from './move-case'
import { reopenCase, resolveCase } from './resolve-case'
import { restrictCase } from './change-title'
import { tellProjectTeam } from './notices'
import { undoAssignment } from './undo-assignment'

const { tx } = await testDatabase()
beforeEach(resetDatabase)

/** Addresses of everyone who got a mail of this kind, in the order of the alphabet. */
const toldOf = async (kind: string) =>
  (await readMails())
    .filter(({ occasion }) => occasion.startsWith(`${kind}:`))
    .map(({ recipient }) => recipient.address)
    .sort()
const addresses = (...people: PersonActor[]) => people.map(({ personId }) => `${personId}@example.org`).sort()
const replies = async (reporter: Parameters<typeof replyAsReporter>[0]) =>
  value(await replyAsReporter(reporter, { submission: formKey(), body: 'There is one more thing to say.' }))

/** A case that its handler closed before they left the desk. */
async function closedByWhoLeft() {
  const project = await addSampleProject()
  const open = await addOpenCase(project)
  const resolution = { ...open.named, kind: 'not_reproducible', explanation: 'We could not reproduce it.' }
  value(await resolveCase(project.handler, resolution))
  value(await removePerson(project.owner, { personId: project.handler.personId, handOverTo: '' }))
  advanceClock(hourMs)
  return { project, ...open }
}

describe('a closed case whose handler left', () => {
  it('what the reporter writes on it goes to the team, not to who left', async () => {
    const { project, reporter } = await closedByWhoLeft()
    await replies(reporter)
    expect(await toldOf('reporter_replied')).toEqual(addresses(project.lead))
  })

  it('opened again it is answered for by whoever opens it, and the reporter hears that the handler changed', async () => {
    const { project, named, caseId, reporter } = await closedByWhoLeft()
    value(await reopenCase(project.lead, { ...named, reason: 'They sent a way to reproduce it.' }))
    expect(value(await caseView(project.lead, named)).handler?.id).toBe(project.lead.personId)
    expect((await eventsOf(caseId)).at(-1)).toMatchObject({
      type: 'handler_assigned',
      data: { from: project.handler.personId, to: project.lead.personId },
    })
    expect(await toldOf('handler_changed')).toEqual(['reporter@example.net'])
    await replies(reporter)
    expect(await toldOf('reporter_replied')).toEqual(addresses(project.lead))
  })

  it('opened again while its handler is here it stays theirs', async () => {
    const project = await addSampleProject()
    const { named } = await addOpenCase(project)
    const resolution = { ...named, kind: 'not_reproducible', explanation: 'We could not reproduce it.' }
    value(await resolveCase(project.handler, resolution))
    value(await reopenCase(project.lead, { ...named, reason: 'They sent a way to reproduce it.' }))
    expect(value(await caseView(project.lead, named)).handler?.id).toBe(project.handler.personId)
    expect(await toldOf('handler_changed')).toEqual([])
  })
})

describe('nobody is told of a case they may not see', () => {
  it('a restricted case that nobody answers for: leads, and handlers who are on it', async () => {
    const project = await addSampleProject()
    const on = await addPerson('Put on it', { roles: { [project.id]: 'handler' } })
    const { reference, reporter } = await addReport(project)
    value(await restrictCase(project.lead, { case: reference, isRestricted: true }))
    value(
      await addParticipant(project.lead, {
        case: reference,
        email: `${on.personId}@example.org`,
        as: 'handler',
      }),
    )
    await replies(reporter)
    expect(await toldOf('reporter_replied')).toEqual(addresses(project.lead, on))
  })

  it('a restricted case in a team of handlers alone: the owners', async () => {
    const project = await addSampleProject()
    const { reference, reporter } = await addReport(project)
    value(await restrictCase(project.lead, { case: reference, isRestricted: true }))
    value(
      await removeMember(project.owner, {
        project: project.slug,
        personId: project.lead.personId,
        handOverTo: '',
      }),
    )
    await replies(reporter)
    expect(await toldOf('reporter_replied')).toEqual(addresses(project.owner))
  })

  it('a restricted case that comes from another project: those of its team who see it', async () => {
    const project = await addSampleProject()
    const target = await addProject('Dynamoose', 'DYN')
    const both = await addPerson('Of both', { roles: { [project.id]: 'lead', [target.id]: 'handler' } })
    const { reference } = await addReport(project)
    value(await restrictCase(both, { case: reference, isRestricted: true }))
    value(await moveCase(both, { case: reference, to: target.slug, explanation: 'It is about Dynamoose.' }))
    expect(await toldOf('case_moved')).toEqual(addresses(target.lead))
  })

  it('a task is given to nobody who does not see the case, and one whose owner no longer does is the handler’s', async () => {
    const project = await addSampleProject()
    const other = await addPerson('Other', { roles: { [project.id]: 'handler' } })
    const { named, reference } = await addOpenCase(project)
    const task = {
      ...named,
      text: 'Ask the packagers',
      owner: other.personId,
      due: '2026-11-21T09:00',
      dueZone: 'UTC',
    }
    value(await addTask(project.handler, task))
    value(await restrictCase(project.handler, { ...named, isRestricted: true }))
    expect(refusalOf(await addTask(project.handler, task))).toEqual(['invalid', 'owner'])
    advanceClock(25 * hourMs)
    value(await escalateCase(jobActor('cases.escalate'), { case: reference }))
    expect(await toldOf('task_overdue')).toEqual(addresses(project.handler))
  })
})

describe('the handler changed', () => {
  const notice = 'Another maintainer answers for your report now.'
  const left = {
    'is taken out of the team': (project: Sample, next: PersonActor) =>
      removeMember(project.lead, {
        project: project.slug,
        personId: project.handler.personId,
        handOverTo: next.personId,
      }),
    'becomes an observer': (project: Sample, next: PersonActor) =>
      changeRole(project.lead, {
        project: project.slug,
        personId: project.handler.personId,
        role: 'observer',
        handOverTo: next.personId,
      }),
    'is removed from the desk': (project: Sample, next: PersonActor) =>
      removePerson(project.owner, { personId: project.handler.personId, handOverTo: next.personId }),
    'hands the case over': async (project: Sample, next: PersonActor, named: { case: string }) =>
      assignHandler(project.handler, { ...named, to: next.personId }),
  }
  type Sample = Awaited<ReturnType<typeof addSampleProject>>

  it.each(Object.entries(left))(
    'because it %s: the reporter reads so, by mail and beside the receipt, and learns no name',
    async (_, leave) => {
      const project = await addSampleProject()
      const next = await addPerson('Ines Next', { roles: { [project.id]: 'handler' } })
      const { named, reporter } = await addOpenCase(project)
      const anonymous = await addReport(project, { title: 'Without an address' })
      value(await assignHandler(project.lead, { case: anonymous.reference, to: project.handler.personId }))
      value<unknown>(await leave(project, next, named))
      expect(await toldOf('handler_changed')).toEqual(['reporter@example.net'])
      const { messages } = value(await ownReport(reporter, {}))
      expect(messages.at(-1)).toMatchObject({ kind: 'notice', body: expect.stringContaining(notice) })
      expect(JSON.stringify(messages)).not.toMatch(/Ines|Handler of|leave|away/)
      // Nobody acknowledged that one yet: the acknowledgement will say that somebody answers.
      expect(value(await ownReport(anonymous.reporter, {})).messages).toEqual([])
      expect(await toldOf('handler_assigned')).toContain(`${next.personId}@example.org`)
    },
  )

  it('whoever did it themselves is not mailed, whoever answered before is', async () => {
    const project = await addSampleProject()
    const { named } = await addOpenCase(project)
    value(await assignHandler(project.lead, { ...named, to: project.lead.personId }))
    expect(await toldOf('handler_assigned')).toEqual([])
    expect(await toldOf('case_taken')).toEqual(addresses(project.handler))
    value(
      await undoAssignment(project.lead, {
        ...named,
        to: project.lead.personId,
        from: project.handler.personId,
      }),
    )
    expect(await toldOf('handler_assigned')).toEqual(addresses(project.handler))
    expect(await toldOf('case_taken')).toEqual(addresses(project.handler))
  })

  it('a stand-in who takes the case is not mailed for whoever is away: that person is', async () => {
    const project = await addSampleProject()
    const { named } = await addOpenCase(project)
    await goesAway(project.handler, project.lead)
    value(await assignHandler(project.lead, { ...named, to: project.lead.personId }))
    expect(await toldOf('case_taken')).toEqual(addresses(project.handler))
  })

  it('an assignment that was taken back to nobody is told to whoever had it', async () => {
    const project = await addSampleProject()
    const { reference } = await addWelcomedReport(project)
    value(await assignHandler(project.lead, { case: reference, to: project.handler.personId }))
    value(await undoAssignment(project.lead, { case: reference, to: project.handler.personId, from: '' }))
    expect(await toldOf('case_taken')).toEqual(addresses(project.handler))
  })
})

it('whoever is put on a restricted case, or on one case alone, hears of it', async () => {
  const project = await addSampleProject()
  const on = await addPerson('Put on it', { roles: { [project.id]: 'handler' } })
  const guest = await addPerson('A guest')
  const { named } = await addOpenCase(project)
  value(await restrictCase(project.handler, { ...named, isRestricted: true }))
  for (const [who, as] of [
    [on, 'handler'],
    [guest, 'collaborator'],
  ] as const)
    value(await addParticipant(project.handler, { ...named, email: `${who.personId}@example.org`, as }))
  expect(await toldOf('put_on_case')).toEqual(addresses(on, guest))
})

it('who is away is asked once, however many are told', async () => {
  const project = await addSampleProject()
  for (const name of ['Ada', 'Ben', 'Cleo']) await addPerson(name, { roles: { [project.id]: 'handler' } })
  await goesAway(project.handler, project.lead)
  const concern = { project: { id: project.id, name: 'Marmotte', slug: project.slug } }
  const scans = await tx(async (tx) => {
    const context = { tx, now: now(), actor: jobActor('keys.sweep') }
    const scansOf = async () => {
      const { rows } = await tx.execute<{ scans: number }>(
        sql`select (seq_scan + coalesce(idx_scan, 0))::int as scans from pg_stat_xact_user_tables where relname = 'absences'`,
      )
      return rows[0]?.scans ?? 0
    }
    const before = await scansOf()
    await tellProjectTeam(context, project.id, concern, 'key_expires')
    return (await scansOf()) - before
  })
  expect(scans).toBe(1)
  // The handler is away: their stand-in is told for themselves.
  expect(await toldOf('key_expires')).toHaveLength(4)
})
