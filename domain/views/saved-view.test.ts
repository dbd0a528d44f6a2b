import { describe, expect, it } from 'vitest'
import { isShown, keptFilters, movedView } from './saved-view'

describe('a saved view', () => {
  it('is shown when the queue has its filters, on whichever page', () => {
    const filters = keptFilters({ view: 'mine', q: 'zebra', cursor: 'later' })
    expect(filters).toEqual({ view: 'mine', q: 'zebra' })
    expect(isShown({ filters }, { q: 'zebra', view: 'mine', cursor: 'other' })).toBe(true)
    expect(isShown({ filters }, { q: 'zebra' })).toBe(false)
  })

  it.each([
    ['b', 'up', ['b', 'a', 'c']],
    ['b', 'down', ['a', 'c', 'b']],
    ['a', 'up', ['a', 'b', 'c']],
    ['c', 'down', ['a', 'b', 'c']],
    ['x', 'down', ['a', 'b', 'c']],
  ] as const)('%s goes %s: %j', (id, by, ids) => {
    expect(movedView(['a', 'b', 'c'], id, by)).toEqual(ids)
  })
})
