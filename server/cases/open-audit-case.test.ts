import { beforeEach, describe, expect, it } from 'vitest'
import { resetDatabase } from '@/test/database'
import { formKey } from '@/test/reporter'
import { addOpenCase, addSampleProject, historyOf } from '@/test/sample-case'
import { refusalOf, value } from '@/test/team'
import { caseView } from './case-view'
import { addParticipant } from './change-participants'
import { restrictCase } from './change-title'
import { openAuditCase } from './open-audit-case'

beforeEach(resetDatabase)

const what = 'The same unchecked join stands in the theme loader.'

describe('openAuditCase', () => {
  it('makes a case of what the audit found: in the same project, linked both ways, once', async () => {
    const project = await addSampleProject()
    const { named, caseId, reference } = await addOpenCase(project)
    const opening = { ...named, title: 'Theme names escape too', what, submission: formKey() }
    const child = value(await openAuditCase(project.handler, opening))
    expect(value(await openAuditCase(project.handler, opening))).toEqual(child)

    const view = value(await caseView(project.handler, { case: child.reference }))
    expect(view).toMatchObject({
      title: 'Theme names escape too',
      stage: 'acknowledged',
      project: { id: project.id },
      handler: { name: project.handler.name },
      related: [{ relation: 'found_by_audit', reference }],
      clocks: [],
      isRestricted: false,
    })
    expect(view.messages.map(({ kind, body }) => [kind, body])).toEqual([['note', what]])
    expect(value(await caseView(project.handler, named)).related).toEqual([
      { relation: 'found_here', reference: child.reference },
    ])
    expect((await historyOf(caseId)).at(-1)).toBe('audit_case_opened')
    expect(await historyOf(view.id)).toEqual(['found_by_audit', 'acknowledged', 'note_added'])
  })

  it('of a restricted case is restricted, and seen by whoever is on it', async () => {
    const project = await addSampleProject()
    const { named, caseId } = await addOpenCase(project)
    value(await restrictCase(project.lead, { ...named, isRestricted: 'on' }))
    const email = `${project.observer.personId}@example.org`
    value(await addParticipant(project.lead, { ...named, email, as: 'collaborator' }))
    const child = value(await openAuditCase(project.lead, { ...named, title: 'Again', what }))
    const view = value(await caseView(project.lead, { case: child.reference }))
    expect(view.isRestricted).toBe(true)
    expect(view.participants.map(({ name }) => name)).toContain(project.observer.name)
    expect(refusalOf(await caseView(project.handler, { case: child.reference }))).toBe('not_found')
    expect(await historyOf(caseId)).toContain('audit_case_opened')
  })

  it('says what is missing, and is for handlers', async () => {
    const project = await addSampleProject()
    const { named } = await addOpenCase(project)
    const opening = { ...named, title: 'Again', what }
    expect(refusalOf(await openAuditCase(project.handler, { ...opening, title: ' ' }))).toEqual([
      'invalid',
      'title',
    ])
    expect(refusalOf(await openAuditCase(project.handler, { ...opening, what: '' }))).toEqual([
      'invalid',
      'what',
    ])
    expect(refusalOf(await openAuditCase(project.observer, opening))).toBe('forbidden')
    expect(refusalOf(await openAuditCase(project.stranger, opening))).toBe('not_found')
  })
})
