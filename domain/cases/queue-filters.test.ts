import { describe, expect, it } from 'vitest'
import { queueSearch, sortOf, viewOf } from './queue-filters'

describe('queue filters', () => {
  it('look at open cases by what is due, unless asked otherwise', () => {
    expect(viewOf({})).toBe('open')
    expect(sortOf({})).toBe('due')
    expect(viewOf({ view: 'mine', q: 'MAR' })).toBe('mine')
    expect(sortOf({ view: 'closed' })).toBe('changed')
    expect(sortOf({ view: 'closed', sort: 'age' })).toBe('age')
  })

  it('look through everything when only a text is given', () => {
    expect(viewOf({ q: 'MAR-7K' })).toBe('all')
    expect(sortOf({ q: 'MAR-7K' })).toBe('changed')
    expect(sortOf({ q: 'MAR-7K', view: 'mine' })).toBe('due')
  })

  it('are the same text whatever order they were given in', () => {
    expect(queueSearch({ stage: 'fixing', view: 'mine', q: '' })).toBe('view=mine&stage=fixing')
    expect(queueSearch({ view: 'mine', stage: 'fixing' })).toBe('view=mine&stage=fixing')
    expect(queueSearch({})).toBe('')
  })
})
