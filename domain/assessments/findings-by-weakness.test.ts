import { expect, it } from 'vitest'
import { findingsByWeakness } from './findings-by-weakness'

const finding = (id: string, weakness: 'cryptography' | 'access_control' | 'other', state = 'open') => ({
  id,
  weakness,
  state: state as 'open' | 'case' | 'accepted',
})

it('groups findings in the order in which kinds are looked for, each in its own order, and counts what is open', () => {
  const groups = findingsByWeakness([
    finding('a', 'other'),
    finding('b', 'cryptography', 'accepted'),
    finding('c', 'access_control'),
    finding('d', 'cryptography'),
    finding('e', 'cryptography', 'case'),
  ])
  expect(
    groups.map(({ weakness, findings, open }) => [weakness, findings.map(({ id }) => id), open]),
  ).toEqual([
    ['access_control', ['c'], 1],
    ['cryptography', ['b', 'd', 'e'], 1],
    ['other', ['a'], 1],
  ])
})

it('has no group where nothing was found', () => {
  expect(findingsByWeakness([])).toEqual([])
})
