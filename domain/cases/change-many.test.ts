import { describe, expect, it } from 'vitest'
import { chosenText, manyInWords, readChosen } from './change-many'

describe('a change of several cases', () => {
  it.each([
    [['MAR-1'], [], 'MAR-1 assigned.'],
    [['MAR-1', 'MAR-2'], [], '2 cases assigned.'],
    [['MAR-1'], [{ reference: 'MAR-2', reason: 'No.' }], 'MAR-1 assigned. One was refused.\nMAR-2: No.'],
    [
      [],
      [
        { reference: 'MAR-1', reason: 'No.' },
        { reference: 'MAR-2', reason: 'Never.' },
      ],
      'Nothing was changed. 2 were refused.\nMAR-1: No.\nMAR-2: Never.',
    ],
  ])('of which %j were done and %j refused is told in words', (done, refused, words) => {
    expect(manyInWords({ act: 'assign', done, refused })).toBe(words)
  })

  it.each([
    ['MAR-1', { reference: 'MAR-1' }],
    ['MAR-1:', { reference: 'MAR-1', seen: '' }],
    ['MAR-1:ana', { reference: 'MAR-1', seen: 'ana' }],
    ['MAR-1:ana:', { reference: 'MAR-1', seen: 'ana', before: '' }],
  ])('names a case as %s', (text, chosen) => {
    expect(readChosen(text)).toEqual(chosen)
    expect(chosenText(chosen)).toBe(text)
  })
})
