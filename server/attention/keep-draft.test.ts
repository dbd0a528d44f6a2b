import { beforeEach, describe, expect, it } from 'vitest'
import { messageDrafts } from '@/db/schema'
import { caseView } from '@/server/cases/case-view'
import { writeNote } from '@/server/cases/write-note'
import { askReporter, respondToReporter, writeToReporter } from '@/server/cases/write-to-reporter'
import { removePerson } from '@/server/people/remove-person'
import { setClock, testStart } from '@/test/clock'
import { hourMs, plusMs } from '@/lib/instant'
import { resetDatabase, testDatabase } from '@/test/database'
import { addReport } from '@/test/reporter'
import { addPerson, addProject, refusalOf, value } from '@/test/team'
import { discardDraft, keepDraft } from './keep-draft'

const { db } = await testDatabase()
beforeEach(resetDatabase)

async function reported() {
  const project = await addProject()
  const report = await addReport(project)
  return { ...project, ...report, named: { case: report.reference } }
}
const draftsOf = async (...[actor, named]: Parameters<typeof caseView>) =>
  value(await caseView(actor, named)).drafts

describe('a draft', () => {
  it('is there again for who wrote it, as it was typed, and for nobody else', async () => {
    const { handler, lead, caseId, reporter, named } = await reported()
    const body = '  We can repeat it.\n\n'
    const kept = value(
      await keepDraft(handler, { ...named, writing: 'reply', body, kind: 'response', nextStep: 'A fix' }),
    )
    expect(kept).toEqual({ version: 1, keptAt: testStart })
    expect(await draftsOf(handler, named)).toEqual({
      reply: { draft: { body, kind: 'response', nextStep: 'A fix' }, keptAt: testStart, version: 1 },
    })
    expect(await draftsOf(lead, named)).toEqual({})
    expect(refusalOf(await keepDraft(reporter, { ...named, writing: 'note', body }))).toBe('forbidden')
    expect(caseId).toBeTruthy()
  })

  it('is kept beside the note one writes, each with its own instant', async () => {
    const { handler, named } = await reported()
    value(await keepDraft(handler, { ...named, writing: 'reply', body: 'To them' }))
    setClock(plusMs(testStart, hourMs))
    value(await keepDraft(handler, { ...named, writing: 'note', body: 'Among us' }))
    expect(await draftsOf(handler, named)).toMatchObject({
      reply: { draft: { body: 'To them' }, keptAt: testStart },
      note: { draft: { body: 'Among us' }, keptAt: plusMs(testStart, hourMs) },
    })
  })

  it('never overwrites what was kept in another window: both texts are there, and one decides', async () => {
    const { handler, named } = await reported()
    const keep = (body: string, seen: number) => keepDraft(handler, { ...named, writing: 'note', body, seen })
    value(await keep('From the desk', 0))
    const lost = await keep('From the sofa', 0)
    expect(lost).toMatchObject({
      ok: false,
      refusal: { code: 'conflict', current: { draft: { body: 'From the desk' }, version: 1 } },
    })
    expect(value(await keep('From the sofa', 1)).version).toBe(2)
    expect(refusalOf(await keep('From the desk again', 1))).toBe('conflict')
    expect((await draftsOf(handler, named)).note?.draft.body).toBe('From the sofa')
  })

  it('goes when nothing is left in it', async () => {
    const { handler, named } = await reported()
    value(await keepDraft(handler, { ...named, writing: 'note', body: 'Something' }))
    expect(value(await keepDraft(handler, { ...named, writing: 'note', body: ' \n', seen: 1 }))).toEqual({
      version: 0,
      keptAt: null,
    })
    expect(await db.select().from(messageDrafts)).toEqual([])
  })

  it.each([
    ['message', 'reply', writeToReporter, {}],
    ['response', 'reply', respondToReporter, { nextStep: 'A fix by Friday.' }],
    ['question', 'reply', askReporter, {}],
    ['note', 'note', writeNote, {}],
  ] as const)(
    'goes with the sending of the %s, and is not brought back by a late keeping',
    async (...given) => {
      const [, writing, send, more] = given
      const { handler, lead, named } = await reported()
      value(await keepDraft(handler, { ...named, writing, body: 'Hello' }))
      value(await keepDraft(lead, { ...named, writing, body: 'Hello as well' }))
      value(await (send as typeof writeNote)(handler, { ...named, body: 'Hello.', ...more } as never))
      expect(await draftsOf(handler, named)).toEqual({})
      expect(await draftsOf(lead, named)).toMatchObject({ [writing]: { draft: { body: 'Hello as well' } } })
      expect(refusalOf(await keepDraft(handler, { ...named, writing, body: 'Hello.', seen: 1 }))).toBe(
        'conflict',
      )
      expect(await draftsOf(handler, named)).toEqual({})
    },
  )

  it('stays when sending is refused', async () => {
    const { handler, named } = await reported()
    value(await keepDraft(handler, { ...named, writing: 'reply', body: 'Hello' }))
    expect(refusalOf(await writeToReporter(handler, { ...named, body: ' ' }))).toEqual(['invalid', 'body'])
    expect(await draftsOf(handler, named)).toMatchObject({ reply: { version: 1 } })
  })

  it('can be thrown away, twice as well', async () => {
    const { handler, named } = await reported()
    value(await keepDraft(handler, { ...named, writing: 'note', body: 'Something' }))
    value(await discardDraft(handler, { ...named, writing: 'note' }))
    value(await discardDraft(handler, { ...named, writing: 'note' }))
    expect(await draftsOf(handler, named)).toEqual({})
  })

  it('is for who may write: not for observers, a collaborator’s for notes alone', async () => {
    const { observer, stranger, caseId, named } = await reported()
    const collaborator = { ...(await addPerson('Put on it')), cases: { [caseId]: 'collaborator' as const } }
    const keep = (actor: typeof observer, writing: 'reply' | 'note') =>
      keepDraft(actor, { ...named, writing, body: 'Words' })
    expect(refusalOf(await keep(observer, 'note'))).toBe('forbidden')
    expect(refusalOf(await keep(stranger, 'note'))).toBe('not_found')
    expect(refusalOf(await keep(collaborator, 'reply'))).toBe('forbidden')
    expect(value(await keep(collaborator, 'note')).version).toBe(1)
  })

  it('may be longer than what can be sent, but not without end', async () => {
    const { handler, named } = await reported()
    const keep = (length: number) =>
      keepDraft(handler, { ...named, writing: 'note', body: 'x'.repeat(length) })
    expect(value(await keep(30_000)).version).toBe(1)
    expect(refusalOf(await keep(50_001))).toEqual(['invalid', 'body'])
  })

  it('goes with a person who is removed', async () => {
    const { owner, handler, lead, named } = await reported()
    value(await keepDraft(handler, { ...named, writing: 'note', body: 'Something' }))
    value(await removePerson(owner, { personId: handler.personId, handOverTo: lead.personId }))
    expect(await db.select().from(messageDrafts)).toEqual([])
  })
})
