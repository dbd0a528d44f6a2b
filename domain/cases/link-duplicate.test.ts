import { expect, it } from 'vitest'
import { checkLink } from './link-duplicate'

const one = { id: 'b', projectId: 'p', duplicateOf: null, resolution: null, hasDuplicates: false }
const other = { id: 'a', projectId: 'p', duplicateOf: null, resolution: null }

it.each([
  ['linked', one, other, 'ok'],
  ['to itself', one, { ...other, id: 'b' }, 'same_case'],
  ['across projects', one, { ...other, projectId: 'q' }, 'other_project'],
  ['twice', { ...one, duplicateOf: 'a' }, other, 'linked'],
  ['to a second one', { ...one, duplicateOf: 'c' }, other, 'linked_elsewhere'],
  ['to a repetition', one, { ...other, duplicateOf: 'c' }, 'chain'],
  ['while others repeat it', { ...one, hasDuplicates: true }, other, 'has_duplicates'],
  ['to a closed case', one, { ...other, resolution: 'out_of_scope' }, 'closed'],
])('%s: %#', (_name, duplicate, original, expected) => {
  const checked = checkLink(duplicate, original)
  expect(checked.ok ? 'ok' : checked.refusal.code).toBe(expected)
})
