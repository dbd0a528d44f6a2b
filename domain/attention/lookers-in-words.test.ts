import { describe, expect, it } from 'vitest'
import { initials, lookersInWords } from './lookers-in-words'

const looks = (name: string) => ({ name, writing: null })

describe('who else has a case before them', () => {
  it.each([
    [[], ''],
    [[looks('Ana')], 'Ana is looking at this case.'],
    [[looks('Ana'), looks('Mei')], 'Ana and Mei are looking at this case.'],
    [['Ana', 'Mei', 'Jo'].map(looks), 'Ana, Mei and Jo are looking at this case.'],
    [['Ana', 'Mei', 'Jo', 'Sam'].map(looks), 'Ana, Mei, Jo and one more are looking at this case.'],
    [['Ana', 'Mei', 'Jo', 'Sam', 'Kim'].map(looks), 'Ana, Mei, Jo and 2 more are looking at this case.'],
  ])('%j: “%s”', (lookers, words) => expect(lookersInWords(lookers)).toBe(words))

  it('begins with who writes, to the reporter before anything else', () => {
    const lookers = [
      looks('Ana'),
      { name: 'Mei', writing: 'note' as const },
      { name: 'Jo', writing: 'reply' as const },
    ]
    expect(lookersInWords(lookers)).toBe(
      'Jo is writing to the reporter. Mei is writing a note. Ana is looking at this case.',
    )
  })
})

it.each([
  ['Ana Karim', 'AK'],
  ['ana', 'A'],
  ['Ana Maria de Souza', 'AS'],
  ['Ødegård Øst', 'ØØ'],
  ['  ', ''],
])('%s has the initials %s', (name, letters) => expect(initials(name)).toBe(letters))
