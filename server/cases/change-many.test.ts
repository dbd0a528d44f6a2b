import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { cases, events, outgoingMails } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { resetDatabase, testDatabase } from '@/test/database'
import { addReport } from '@/test/reporter'
import { addPerson, addProject, refusalOf, value } from '@/test/team'
import { acknowledgeCase } from './acknowledge-case'
import { assignHandler } from './assign-handler'
import { caseView } from './case-view'
import { changeMany } from './change-many'
import { restrictCase } from './change-title'
import { chosenCases } from './chosen-cases'
import { undoAssignment } from './undo-assignment'

const { db } = await testDatabase()
beforeEach(resetDatabase)

function send(actor: Actor, fields: Record<string, string | string[]>) {
  const form = new FormData()
  for (const [name, values] of Object.entries(fields))
    for (const one of [values].flat()) form.append(name, one)
  return changeMany(actor, form)
}
const handlerOf = async (reference: string) =>
  (await db.select().from(cases).where(eq(cases.reference, reference)))[0]?.handlerId
const typesOf = async (caseId: string) =>
  (await db.select().from(events).where(eq(events.chainId, caseId)).orderBy(events.position)).map(
    ({ type }) => type,
  )

const assignmentsTold = async () =>
  (await db.select().from(outgoingMails)).filter(({ occasion }) => occasion.startsWith('handler_assigned:'))
    .length

describe('changing several cases', () => {
  it('does each on its own, and names those that are refused with the reason', async () => {
    const project = await addProject()
    const { handler, lead } = project
    const [one, two, three] = [await addReport(project), await addReport(project), await addReport(project)]
    const hidden = await addReport(project)
    value(await restrictCase(lead, { case: hidden.reference, isRestricted: true }))
    value(await assignHandler(lead, { case: two.reference, to: lead.personId, from: '' }))

    const state = await send(handler, {
      act: 'assign',
      to: handler.personId,
      case: [`${one.reference}:`, `${two.reference}:`, `${three.reference}:`, `${hidden.reference}:`],
    })
    expect(state.status).toBe('done')
    expect(state.data?.done).toEqual([one.reference, three.reference])
    expect(state.data?.refused).toEqual([
      { reference: two.reference, reason: expect.stringContaining('Somebody else changed the handler') },
      { reference: hidden.reference, reason: 'It is not there any more, or you may not see it.' },
    ])
    expect(await handlerOf(one.reference)).toBe(handler.personId)
    expect(await handlerOf(two.reference)).toBe(lead.personId)
    expect(await typesOf(three.caseId)).toEqual(['report_received', 'handler_assigned'])
    // Of what one takes oneself nobody is told.
    expect(await assignmentsTold()).toBe(0)
  })

  it('hands each over with the same note; one that is too long comes back whole, and nothing is assigned', async () => {
    const project = await addProject()
    const { handler, lead } = project
    const references = [(await addReport(project)).reference, (await addReport(project)).reference]
    const fields = { act: 'assign', to: handler.personId, case: references.map((one) => `${one}:`) }
    const long = 'a'.repeat(4001)
    const refused = await send(lead, { ...fields, note: long })
    expect(refused.fieldErrors).toHaveProperty('note')
    expect(String(refused.values.note)).toHaveLength(long.length)
    expect(refused.values).toMatchObject({ to: handler.personId })
    expect(await handlerOf(references[0] ?? '')).toBeNull()

    const { data } = await send(lead, { ...fields, note: 'The parser is yours now.' })
    expect(data?.done).toEqual(references)
    for (const reference of references)
      expect(value(await caseView(handler, { case: reference })).messages).toMatchObject([
        { kind: 'note', body: expect.stringContaining('The parser is yours now.') },
      ])
    const undone = await send(lead, { act: data!.undo!.act, case: data!.undo!.cases })
    expect(undone.data?.done).toEqual(references)
  })

  it('undoes what was assigned, each back to whom it came from, unless something came between', async () => {
    const project = await addProject()
    const { handler, lead } = project
    const [fresh, theirs, moved] = [
      await addReport(project),
      await addReport(project),
      await addReport(project),
    ]
    value(await acknowledgeCase(lead, { case: theirs.reference }))
    const chosen = [`${fresh.reference}:`, `${theirs.reference}:${lead.personId}`, `${moved.reference}:`]
    const { data } = await send(lead, { act: 'assign', to: handler.personId, case: chosen })
    expect(await assignmentsTold()).toBe(3)
    value(await acknowledgeCase(handler, { case: moved.reference }))

    const undone = await send(lead, { act: data!.undo!.act, case: data!.undo!.cases })
    expect(undone.data?.done).toEqual([fresh.reference, theirs.reference])
    expect(undone.data?.refused).toEqual([
      { reference: moved.reference, reason: expect.stringContaining('acknowledged') },
    ])
    expect(await handlerOf(fresh.reference)).toBeNull()
    expect(await handlerOf(theirs.reference)).toBe(lead.personId)
    expect(await handlerOf(moved.reference)).toBe(handler.personId)
    expect((await typesOf(fresh.caseId)).at(-1)).toBe('assignment_undone')
    const again = await send(lead, { act: data!.undo!.act, case: data!.undo!.cases })
    expect(again.status).toBe('failed')
    expect(again.message).toContain('Nothing was changed.')
  })

  it('tags and takes that back', async () => {
    const project = await addProject()
    const references = [(await addReport(project)).reference, (await addReport(project)).reference]
    const { data } = await send(project.handler, { act: 'tag', label: 'parser', case: references })
    expect(data?.done).toEqual(references)
    const { act, cases: undoing, label } = data!.undo!
    const undone = await send(project.handler, { act, case: undoing, label: label ?? '' })
    expect(undone.data).toMatchObject({ done: references, refused: [] })
  })

  it('closes with an explanation for every reporter; without one nothing is closed', async () => {
    const project = await addProject()
    const [one, two] = [await addReport(project), await addReport(project)]
    value(await acknowledgeCase(project.handler, { case: one.reference }))
    const references = [one.reference, two.reference]
    const unsure = { act: 'close', kind: 'not_reproducible', case: references, explanation: 'So.' }
    expect((await send(project.handler, unsure)).fieldErrors).toHaveProperty('confirmed')
    const fields = { act: 'close', kind: 'not_reproducible', confirmed: 'on', case: references }
    const missing = await send(project.handler, fields)
    expect(missing.status).toBe('invalid')
    expect(missing.values).toMatchObject({ kind: 'not_reproducible' })
    const state = await send(project.handler, { ...fields, explanation: 'We tried on all lines.' })
    expect(state.data?.done).toEqual([one.reference])
    expect(state.data?.refused).toEqual([
      { reference: two.reference, reason: 'Nobody answers for this case yet. Acknowledge it first.' },
    ])
    expect(state.data?.undo).toBeNull()
    const view = value(await caseView(project.handler, { case: one.reference }))
    expect(view.messages.at(-1)).toMatchObject({ body: expect.stringContaining('We tried on all lines.') })
  })

  it('is for nothing, too many or an unknown act an error of the form', async () => {
    const project = await addProject()
    const { reference } = await addReport(project)
    expect((await send(project.handler, { act: 'tag', label: 'x' })).fieldErrors).toHaveProperty('case')
    expect((await send(project.handler, { act: 'burn', case: reference })).fieldErrors).toHaveProperty('act')
    const many = Array.from({ length: 51 }, (_, n) => `MAR-${n}`)
    expect((await send(project.handler, { act: 'tag', label: 'x', case: many })).fieldErrors).toHaveProperty(
      'case',
    )
    expect((await send(project.observer, { act: 'tag', label: 'x', case: reference })).message).toContain(
      'Only a handler or a lead may tag the case.',
    )
  })

  it('begins with the chosen cases as they stand, without those one may not see', async () => {
    const project = await addProject()
    const { reference } = await addReport(project)
    const hidden = await addReport(project)
    value(await restrictCase(project.lead, { case: hidden.reference, isRestricted: true }))
    const references = [reference, hidden.reference, 'MAR-00000']
    const chosen = value(await chosenCases(project.handler, { references }))
    expect(chosen).toEqual([
      { reference, title: 'Reset tokens stay valid', stage: 'Received', handler: null },
    ])
  })
})

describe('cases.undoAssignment', () => {
  it('is not there for who does not see the case, and not for observers', async () => {
    const project = await addProject()
    const { reference } = await addReport(project)
    value(await assignHandler(project.lead, { case: reference, to: project.handler.personId, from: '' }))
    const input = { case: reference, to: project.handler.personId, from: '' as const }
    expect(refusalOf(await undoAssignment(await addPerson('Nobody'), input))).toBe('not_found')
    expect(refusalOf(await undoAssignment(project.observer, input))).toBe('forbidden')
    expect(await handlerOf(reference)).toBe(project.handler.personId)
  })
})
