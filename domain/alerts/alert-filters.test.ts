import { expect, it } from 'vitest'
import { alertFiltersOf } from './alert-filters'

it.each([
  [{}, { view: 'open' }],
  [
    { view: 'taken', project: 'marmotte' },
    { view: 'taken', project: 'marmotte' },
  ],
  [{ view: 'nonsense', project: '' }, { view: 'open' }],
  [{ view: ['taken', 'fixed'], project: ['a', 'b'] }, { view: 'open' }],
])('of %o', (search, filters) => {
  expect(alertFiltersOf(search)).toEqual(filters)
})
