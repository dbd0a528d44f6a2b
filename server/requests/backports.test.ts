import { beforeEach, describe, expect, it } from 'vitest'
import { asc, eq } from 'drizzle-orm'
import { advisories, cases, events, publications } from '@/db/schema'
import { dayMs, plusMs } from '@/lib/instant'
import { publishAdvisory } from '@/server/advisories/publish-advisory'
import { jobActor } from '@/server/auth/job-actor'
import { caseView } from '@/server/cases/case-view'
import { changeLine } from '@/server/cases/change-line'
import { recordRelease } from '@/server/cases/record-release'
import { now } from '@/server/kernel/clock'
import { removePerson } from '@/server/people/remove-person'
import { addReleaseLine } from '@/server/projects/add-release-line'
import { changePolicy } from '@/server/policies/change-policy'
import { defaultTerms } from '@/domain/policies/default-terms'
import { addAnnounceableCase, addAnnouncingProject, scheduleAt } from '@/test/announceable-case'
import { setClock, testStart } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { readMails } from '@/test/mails'
import { formKey } from '@/test/reporter'
import { requestOf } from '@/test/requests'
import { anyone, refusalOf, value } from '@/test/team'
import { addEvidence } from './add-evidence'
import { backportChoices } from './backport-choices'
import { decideBackport } from './decide-backport'
import { ownRequest } from './own-request'
import { requestBackport } from './request-backport'
import { requestQueue } from './request-queue'
import { requestView } from './request-view'

const { db } = await testDatabase()
beforeEach(resetDatabase)

/** A project that takes requests for older minors, with 1.1.x out of support, and a case whose other lines are released and scheduled. */
async function oldMinor(olderMinors: 'never' | 'on_request' = 'on_request') {
  const announcing = await addAnnouncingProject()
  const terms = {
    ...defaultTerms,
    announce: { ...defaultTerms.announce, delayDays: 7, preferredWeekdays: [], preferredTime: null },
    backports: { lines: 'every_supported' as const, olderMinors },
  }
  const { slug: project, owner, lead, handler } = announcing
  value(await changePolicy(owner, { project, basedOn: 2, terms, introduction: '' }))
  const old = { name: '1.1.x', range: '>=1.1.0 <1.2.0', branch: '1.1.x' }
  const support = { supportedFrom: '2025-01-01', supportedUntil: '2026-06-30' }
  const { id: line } = value(await addReleaseLine(lead, { project, ...old, ...support }))
  const found = await addAnnounceableCase({ db }, announcing, 'reporter@example.net')
  const named = { case: found.reference }
  value(await changeLine(handler, { ...named, line, seen: 1, affectedness: 'affected' }))
  const at = plusMs(testStart, 8 * dayMs)
  value(await scheduleAt(announcing, found.reference, at))
  const [advisory] = await db.select().from(advisories).where(eq(advisories.caseId, found.id))
  return { ...announcing, found, named, line, at, advisory: advisory!.publicId, project }
}

type Desk = Awaited<ReturnType<typeof oldMinor>>

const asking = ({ project, advisory, line }: Desk, more: object = {}) => ({
  project,
  advisory,
  line,
  submission: formKey(),
  ...more,
})
const evidence = {
  breakingChange: '1.2 drops callbacks.',
  demonstration: 'https://ci.example.org/acme/failing-build',
}

async function announced(desk: Desk) {
  setClock(desk.at)
  expect(value(await publishAdvisory(jobActor('advisories.publish'), { case: desk.found.id }))).toBe(
    'published',
  )
  return desk
}

const typesOf = async (caseId: string) =>
  (await db.select().from(events).where(eq(events.chainId, caseId)).orderBy(asc(events.position))).map(
    ({ type }) => type,
  )
const stageOf = async ({ handler, named }: Desk) => value(await caseView(handler, named)).stage

describe('a backport', () => {
  it('An old minor asked for without evidence stays `requested`; with a demonstrated break it becomes required and the gate closes again.', async () => {
    const desk = await oldMinor()
    const receipt = value(await requestBackport(anyone, asking(desk)))
    expect(receipt.missing).toHaveLength(2)
    const { row, asker } = await requestOf(receipt)
    const accept = { request: row.id, seen: 1, decision: 'accept' as const }
    expect(refusalOf(await decideBackport(desk.handler, accept))).toBe('refused')
    expect(value(await ownRequest(asker, {}))).toMatchObject({ state: 'requested', missing: receipt.missing })
    const gate = async () =>
      value(await caseView(desk.handler, desk.named)).gates.find(({ code }) => code === 'lines')
    expect(await gate()).toMatchObject({ isMet: true })

    const half = value(await addEvidence(asker, { breakingChange: evidence.breakingChange }))
    expect(half.missing).toHaveLength(1)
    expect(value(await addEvidence(asker, { demonstration: evidence.demonstration })).missing).toEqual([])
    expect(value(await requestView(desk.handler, { request: row.id })).backport).toMatchObject({
      line: '1.1.x',
      missing: [],
      hindrance: null,
      mayDecide: { allowed: true },
    })
    value(await decideBackport(desk.handler, { ...accept, seen: 3 }))
    const view = value(await caseView(desk.handler, desk.named))
    expect(view.lines.find(({ name }) => name === '1.1.x')).toMatchObject({
      plan: 'fix',
      work: 'todo',
      needsFix: true,
    })
    expect(await gate()).toMatchObject({ isMet: false })
    expect(view.advisory?.schedule?.suspendedAt).toBe(now())
    setClock(desk.at)
    expect(value(await publishAdvisory(jobActor('advisories.publish'), { case: desk.found.id }))).toBe(
      'not_scheduled',
    )
    expect(value(await ownRequest(asker, {})).state).toBe('accepted')
    const types = await typesOf(desk.found.id)
    for (const type of ['backport_requested', 'backport_decided', 'schedule_suspended'])
      expect(types).toContain(type)
  })

  it('accepted after the announcement: the case shows work left, and the late release makes a revision', async () => {
    const desk = await announced(await oldMinor())
    expect(await stageOf(desk)).toBe('closed')
    const { row } = await requestOf(value(await requestBackport(anyone, asking(desk, evidence))))
    expect(await stageOf(desk)).toBe('announced')
    value(await decideBackport(desk.handler, { request: row.id, seen: 1, decision: 'accept' }))
    expect(await stageOf(desk)).toBe('announced')
    expect(value(await caseView(desk.handler, desk.named)).next?.title).toBe('Release the fix on 1.1.x')
    const release = { version: '1.1.9', releasedAt: now(), url: 'https://git.example.org/releases/1.1.9' }
    const lines = value(await caseView(desk.handler, desk.named)).lines
    const seen = lines.find(({ name }) => name === '1.1.x')!.version
    value(await recordRelease(desk.handler, { ...desk.named, line: desk.line, seen, ...release }))
    expect(await stageOf(desk)).toBe('closed')
    const kinds = await db
      .select({ kind: publications.kind })
      .from(publications)
      .orderBy(publications.revision)
    expect(kinds.at(-1)).toEqual({ kind: 'late_fix' })
  })

  it('that opens a case again whose handler has left finds somebody who answers for it', async () => {
    const desk = await announced(await oldMinor())
    value(await removePerson(desk.owner, { personId: desk.handler.personId, handOverTo: '' }))
    await requestOf(value(await requestBackport(anyone, asking(desk, evidence))))
    const view = value(await caseView(desk.lead, desk.named))
    expect(view).toMatchObject({ stage: 'announced', handler: { id: desk.lead.personId } })
    expect(await typesOf(desk.found.id)).toContain('handler_assigned')
    const told = (await readMails()).filter(({ occasion }) => occasion.startsWith('handler_'))
    expect(told.map(({ recipient }) => recipient.address).sort()).toEqual(
      [`${desk.lead.personId}@example.org`, 'reporter@example.net'].sort(),
    )
  })

  it('without evidence holds no case open; declined with a reason, the asker reads it', async () => {
    const desk = await announced(await oldMinor())
    const request = asking(desk, { contactEmail: 'asker@example.net' })
    const receipt = value(await requestBackport(anyone, request))
    expect(value(await requestBackport(anyone, request)).receipt).toBe(receipt.receipt)
    const { row, asker } = await requestOf(receipt)
    expect(await stageOf(desk)).toBe('closed')
    expect(value(await requestQueue(desk.handler, {})).requests).toMatchObject([{ lacksEvidence: true }])
    const decline = { request: row.id, seen: 1, decision: 'decline' as const }
    expect(refusalOf(await decideBackport(desk.handler, decline))).toEqual(['invalid', 'reason'])
    const reason = 'Callbacks still work with the shim of 1.2.3.'
    value(await decideBackport(desk.handler, { ...decline, reason }))
    expect(value(await ownRequest(asker, {}))).toMatchObject({ state: 'declined', answer: { text: reason } })
    expect(refusalOf(await addEvidence(asker, evidence))).toBe('refused')
    const told = (await readMails()).filter(({ recipient }) => recipient.address === 'asker@example.net')
    expect(told.map(({ occasion }) => occasion.split(':')[0])).toEqual([
      'request_received',
      'request_answered',
    ])
  })

  it('is decided once, by whoever handles its case', async () => {
    const desk = await announced(await oldMinor())
    const { row, asker } = await requestOf(value(await requestBackport(anyone, asking(desk, evidence))))
    const accept = { request: row.id, seen: 1, decision: 'accept' as const }
    expect(refusalOf(await decideBackport(desk.observer, accept))).toBe('forbidden')
    for (const actor of [desk.stranger, anyone, asker])
      expect(refusalOf(await decideBackport(actor, accept))).toBe('not_found')
    const both = await Promise.all([
      decideBackport(desk.handler, accept),
      decideBackport(desk.lead, { ...accept, decision: 'decline', reason: 'No.' }),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await typesOf(desk.found.id)).filter((type) => type === 'backport_decided')).toHaveLength(1)
  })

  it('of a restricted case is decided only by those who see the case', async () => {
    const desk = await announced(await oldMinor())
    const { row } = await requestOf(value(await requestBackport(anyone, asking(desk, evidence))))
    await db
      .update(cases)
      .set({ isRestricted: true, handlerId: desk.lead.personId })
      .where(eq(cases.id, desk.found.id))
    const accept = { request: row.id, seen: 1, decision: 'accept' as const }
    expect(refusalOf(await decideBackport(desk.handler, accept))).toBe('not_found')
    expect(value(await requestView(desk.handler, { request: row.id })).backport).toMatchObject({
      reference: null,
      mayDecide: { allowed: false },
    })
  })
})

describe('requestBackport', () => {
  it('takes older lines of public advisories only, where the policy takes requests', async () => {
    const desk = await announced(await oldMinor())
    const supported = desk.lines[0]!
    expect(value(await backportChoices(anyone, { project: desk.project }))).toMatchObject({
      isTaken: true,
      advisories: [{ id: desk.advisory }],
      lines: [{ name: '1.1.x' }],
    })
    expect(refusalOf(await requestBackport(anyone, asking(desk, { line: supported })))).toEqual([
      'invalid',
      'line',
    ])
    const none = asking(desk, { advisory: 'DDA-2026-ZZZZ-ZZZZ' })
    expect(refusalOf(await requestBackport(anyone, none))).toEqual(['invalid', 'advisory'])
    const wrong = asking(desk, { advisory: 'DDA-2026-ZZZZ-ZZZZ', line: supported, contactEmail: 'moth' })
    expect(refusalOf(await requestBackport(anyone, wrong))).toEqual([
      ...['invalid', 'advisory', 'line', 'contactEmail'],
    ])
    expect(refusalOf(await requestBackport(anyone, { ...wrong, advisory: '' }))).toEqual([
      ...['invalid', 'advisory', 'line', 'contactEmail'],
    ])
  })

  it('is refused where the policy takes no requests', async () => {
    const never = await announced(await oldMinor('never'))
    expect(refusalOf(await requestBackport(anyone, asking(never, evidence)))).toBe('refused')
  })

  it('says nothing about lines before the announcement', async () => {
    const desk = await oldMinor()
    const { named, line, handler } = desk
    const justification = 'vulnerable_code_not_present' as const
    value(await changeLine(handler, { ...named, line, seen: 2, affectedness: 'not_affected', justification }))
    value(await requestBackport(anyone, asking(desk, evidence)))
    await announced(desk)
    expect(refusalOf(await requestBackport(anyone, asking(desk, evidence)))).toBe('refused')
  })
})
