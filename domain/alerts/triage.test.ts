import { describe, expect, it } from 'vitest'
import { alertStates, type AlertState } from './alert'
import { checkTriage, needsWords } from './triage'

describe('checkTriage', () => {
  it.each<[AlertState, AlertState[]]>([
    ['open', ['taken', 'dismissed', 'fixed']],
    ['taken', []],
    ['dismissed', ['open']],
    ['fixed', ['open']],
  ])('from %s to %j alone', (from, to) =>
    expect(alertStates.filter((state) => checkTriage(from, state).ok).toSorted()).toEqual(to.toSorted()),
  )

  it('asks for words where a risk is accepted', () => {
    expect([needsWords('tolerable'), needsWords('other'), needsWords('not_used')]).toEqual([
      true,
      true,
      false,
    ])
  })
})
