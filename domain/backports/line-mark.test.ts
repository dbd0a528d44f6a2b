import { expect, it } from 'vitest'
import { lineMark } from './line-mark'

it.each([
  ['unknown', null, null, 'unknown'],
  ['not_affected', null, null, 'not_affected'],
  ['affected', null, null, 'to_do'],
  ['affected', 'wont_fix', null, 'wont_fix'],
  ['affected', 'out_of_support', null, 'out_of_support'],
  ['affected', 'fix', null, 'to_do'],
  ['affected', 'fix', 'todo', 'to_do'],
  ['affected', 'fix', 'in_progress', 'in_work'],
  ['affected', 'fix', 'in_review', 'in_work'],
  ['affected', 'fix', 'merged', 'in_work'],
  ['affected', 'fix', 'released', 'released'],
  ['affected', 'fix', 'verified', 'released'],
] as const)('%s, %s, %s is %s', (affectedness, plan, work, mark) => {
  expect(lineMark({ affectedness, plan, work })).toBe(mark)
})
