import { describe, expect, it } from 'vitest'
import { lookersTold, mayHide, readChange } from './change'

const id = 'b8a1c0de-1111-4222-8333-444455556666'
const project = 'c8a1c0de-1111-4222-8333-444455556666'
const desk = '00000000-0000-4000-8000-000000000000'

describe('what the database tells', () => {
  it.each([
    [`event ${id} note_added`, { kind: 'case', caseId: id, event: 'note_added' }],
    [`event ${desk} person_removed`, { kind: 'desk', event: 'person_removed', projectId: null }],
    [
      `event ${desk} request_received ${project}`,
      { kind: 'desk', event: 'request_received', projectId: project },
    ],
    [lookersTold(id), { kind: 'lookers', caseId: id }],
    [`notified ${id}`, { kind: 'notified', personId: id }],
  ])('%s', (told, change) => expect(readChange(told)).toEqual(change))

  it.each([
    '',
    'event',
    `event ${id}`,
    'event elsewhere note_added',
    `weather ${id} fine`,
    `lookers ${id.slice(1)}`,
  ])('says nothing to us as “%s”', (told) => expect(readChange(told)).toBeNull())

  it('says nothing to us in a line of a megabyte', () =>
    expect(readChange(`event ${'0-'.repeat(500_000)} moved`)).toBeNull())
})

it('asks everybody to look again when somebody may have lost sight of a case', () => {
  for (const event of ['restriction_changed', 'moved', 'participant_removed'])
    expect(mayHide(event, false), event).toBe(true)
  expect(mayHide('handler_assigned', true)).toBe(true)
  expect(mayHide('handler_assigned', false)).toBe(false)
  expect(mayHide('note_added', true)).toBe(false)
})
