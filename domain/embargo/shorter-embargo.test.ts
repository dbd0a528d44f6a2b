import { expect, it } from 'vitest'
import { shorterEmbargo } from './shorter-embargo'

it('suggests an earlier announcement when somebody else found it too, until it is announced', () => {
  expect(shorterEmbargo({ isAnnounced: false, otherFinders: 0 })).toBeNull()
  expect(shorterEmbargo({ isAnnounced: false, otherFinders: 1 })).toContain('A second finder')
  expect(shorterEmbargo({ isAnnounced: false, otherFinders: 2 })).toContain('2 further finders')
  expect(shorterEmbargo({ isAnnounced: true, otherFinders: 1 })).toBeNull()
})
