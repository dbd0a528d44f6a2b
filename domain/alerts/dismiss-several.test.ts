import { expect, it } from 'vitest'
import { chosenAlertText, readChosenAlert, severalInWords } from './dismiss-several'

it.each([
  [{ done: 1, refused: [] }, 'One alert is dismissed.'],
  [{ done: 3, refused: ['It waits.'] }, '3 alerts are dismissed. One was refused: It waits.'],
  [{ done: 0, refused: ['A.', 'B.', 'A.'] }, 'Nothing was changed. 3 were refused: A. B.'],
])('says what came of %o', (result, words) => {
  expect(severalInWords(result)).toBe(words)
})

it('reads what it wrote, and of anything else what cannot be an alert', () => {
  expect(readChosenAlert(chosenAlertText({ id: 'a1', version: 3 }))).toEqual({ id: 'a1', seen: '3' })
  expect(readChosenAlert('')).toEqual({ id: '', seen: '' })
  expect(readChosenAlert(':::')).toEqual({ id: '', seen: '' })
})
