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
    [
      'what is above a wrapped heading',
      'Version 2.\n\nOn Fri, 20 Nov 2026 at 9:00, A Desk with a very long name\n<desk@desk.test> wrote:\n\n> Which?',
      'Version 2.',
    ],
    [
      'what is above a German quote',
      'Version 2.\n\nAm 20.11.26 um 09:00 schrieb Desk:\n> Welche?',
      'Version 2.',
    ],
    [
      'what is above Outlook’s head',
      'Version 2.\n\n-----Original Message-----\nFrom: Desk <desk@desk.test>\nSent: Friday\nSubject: x\n\nWhich?',
      'Version 2.',
    ],
    [
      'what is above a head without a line',
      'Version 2.\n\nFrom: Desk <desk@desk.test>\nDate: Friday\n\nWhich?',
      'Version 2.',
    ],
    [
      'a forwarded mail as well',
      'See below.\n\n---------- Forwarded message ---------\nIt is broken.',
      'See below.\n\n---------- Forwarded message ---------\nIt is broken.',
    ],
    [
      'words after two dashes that are no signature',
      `Run it:\n--\n${'step\n'.repeat(20)}end`,
      `Run it:\n--\n${'step\n'.repeat(20)}end`,
    ],
    [
      'no signature above the quote either',
      'Version 2.\n\n-- \nRita\n\nOn 20 Nov 2026, Desk wrote:\n> Which?',
      'Version 2.',
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
    ['Dutch headings', 'Op schreef '],
    ['heads', 'From: x\n'],
    ['dividers', '-----a-----\n'],
    ['colons', 'a@b 1:'],
    ['spaces', ' '],
  ])('takes a second at most for a long text of %s', (_name, piece) => {
    const begun = performance.now()
    ownWords(piece.repeat(Math.ceil(2_000_000 / piece.length)))
    expect(performance.now() - begun).toBeLessThan(1000)
  })
})
