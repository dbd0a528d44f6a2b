import { expect, test } from 'vitest'
import { versionSeen } from './version-seen'

test.each([
  ['1', true],
  [2147483646, true],
  ['2147483647', false],
  ['99999999999', false],
  ['0', false],
  ['1.5', false],
  ['', false],
  ['x', false],
  [null, false],
  [undefined, false],
])('%s names a version one may have seen: %s', (given, isOne) => {
  expect(versionSeen().safeParse(given).success).toBe(isOne)
})

test('0 where there may be none yet', () => {
  expect(versionSeen(0).parse('0')).toBe(0)
  expect(versionSeen(0).safeParse('-1').success).toBe(false)
})
