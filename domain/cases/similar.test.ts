import { describe, expect, it } from 'vitest'
import { likeness } from './similar'

const nothing = { titleWords: [], ownTitle: 4, otherTitle: 4, signs: [], cwes: [] }

describe('how alike two cases are', () => {
  it.each([
    ['nothing in common', {}, null],
    ['a weakness alone', { cwes: ['CWE-79'] }, null],
    ['one word of the title', { titleWords: ['template'] }, null],
    ['two words of eight', { titleWords: ['template', 'name'], ownTitle: 5, otherTitle: 5 }, null],
    ['two words of four', { titleWords: ['template', 'name'], ownTitle: 3, otherTitle: 3 }, 2],
    [
      'the same, and a name and the weakness',
      {
        titleWords: ['template', 'name'],
        ownTitle: 3,
        otherTitle: 3,
        signs: ['render.js'],
        cwes: ['CWE-22'],
      },
      5,
    ],
    ['three words of seven', { titleWords: ['a', 'b', 'c'], ownTitle: 5, otherTitle: 5 }, 12 / 7],
    ['one name alone', { signs: ['render.js'] }, null],
    ['two names of a stack trace', { signs: ['render.js', 'template.render'] }, 4],
    ['a word of the title and a name', { titleWords: ['template'], signs: ['render.js'] }, 2 + 4 / 7],
    ['two words of the title and the weakness', { titleWords: ['a', 'b'], cwes: ['CWE-22'] }, 1 + 4 / 3],
    ['titles without a word', { ownTitle: 0, otherTitle: 0 }, null],
  ])('%s', (_, common, expected) => {
    expect(likeness({ ...nothing, ...common })).toEqual(expected)
  })
})
