import { describe, expect, it } from 'vitest'
import { ownWords } from './own-words'

describe('ownWords', () => {
  it.each([
    [
      'what is above a quote',
      'Version 2.\n\nOn Fri, 20 Nov 2026 at 9:00, Desk <desk@desk.test> wrote:\n> Which?\n',
      'Version 2.',
    ],
    [
      'what is below a quote',
      'On Fri, 20 Nov 2026 at 9:00, Desk <desk@desk.test> wrote:\n> Which?\n\nVersion 2.\n',
      'Version 2.',
    ],
    ['nothing of a signature', 'Version 2.\n\n-- \nRita\nResearch', 'Version 2.'],
    [
      'quotes between the words that answer them',
      'Hello,\n\n> Which version?\n\nVersion 2.\n\n> Which system?\n\nAll of them.',
      'Hello,\n\n> Which version?\n\nVersion 2.\n\n> Which system?\n\nAll of them.',
    ],
    ['everything where everything is a quote', '> Which version?', '> Which version?'],
    ['a text without quotes', 'One\n\nTwo', 'One\n\nTwo'],
    ['nothing', '', ''],
  ])('gives %s', (_name, text, own) => {
    expect(ownWords(text).replace(/\n{2,}/g, '\n\n')).toBe(own)
  })

  it.each([
    ['quotes', '> quoted\n'],
    ['headings of quotes', 'On Fri, 20 Nov 2026 at 9:00, Desk wrote:\n'],
    ['words', 'word '],
    ['new lines', '\n'],
    ['dashes', '-- \n'],
    ['underscores', '____\n'],
  ])('takes a second at most for a long text of %s', (_name, piece) => {
    const begun = process.cpuUsage()
    ownWords(piece.repeat(Math.ceil(99_000 / piece.length)))
    const { user, system } = process.cpuUsage(begun)
    expect((user + system) / 1000).toBeLessThan(1000)
  })
})
