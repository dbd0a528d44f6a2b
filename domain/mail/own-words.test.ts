import { describe, expect, it } from 'vitest'
import { ownWords } from './own-words'

const sent = ['There is a message about your report.\n\nRead it at https://desk.test/receipt\n', 'Which?']

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
      'Version 2.\n\nFrom: Desk <desk@desk.test>\nDate: Friday\n\nThere is a message about your report.\n\nRead it at\nhttps://desk.test/receipt',
      'Version 2.',
    ],
    ['what is above our words, quoted without a heading', 'Version 2.\n\n> Which?', 'Version 2.'],
    [
      'what is above our words, which a mail program did not mark',
      'Version 2.\n\nAm 20.11.26 um 09:00 schrieb Desk:\n\nWhich?',
      'Version 2.',
    ],
    [
      'no signature above the quote either',
      'Version 2.\n\n-- \nRita\n\nOn 20 Nov 2026, Desk wrote:\n> Which?',
      'Version 2.',
    ],
    [
      'words below what was quoted below a head',
      'From: Desk <desk@desk.test>\nDate: Friday\n\nWhich?\n\nVersion 2.',
      'Version 2.',
    ],
  ])('gives %s, and says that something was left out', (_name, text, own) => {
    expect(ownWords(text, sent)).toEqual({ text: own, isCut: true })
  })

  it.each([
    [
      'a head of a mail in a demonstration',
      'Send this to port 25:\nFrom: a@example.net\nTo: b@example.net\nSubject: x\n\nThe server then crashes.',
    ],
    ['a head at the end', 'Send this to port 25:\nFrom: a@example.net\nTo: b@example.net'],
    ['a prompt at the end', 'Output:\n> crash at 0x4141'],
    ['a prompt below a heading with a number', 'Output of version 2 at 12:30:\n> crash at 0x4141'],
    ['a prompt at the beginning', '> run --version\nprints more than it should.'],
    ['a prompt after what somebody wrote', 'This is what Ann wrote:\n> crash at 0x4141'],
    [
      'quotes between the words that answer them',
      'Hello,\n\n> Which?\n\nVersion 2.\n\n> Which?\n\nAll of them.',
    ],
    ['a forwarded mail', 'See below.\n\n---------- Forwarded message ---------\nIt is broken.'],
    [
      'a forwarded mail with its head',
      'See below.\n\nFrom: Ann <ann@example.net>\nDate: Friday\n\nIt is broken.',
    ],
    ['words after two dashes that are no signature', `Run it:\n--\n${'step\n'.repeat(20)}end`],
    ['a short text after two dashes', 'Run it:\n--\nend'],
    ['a quote alone', '> Which?'],
    ['a text without quotes', 'One\n\nTwo'],
    ['nothing', ''],
  ])('leaves %s whole', (_name, text) => {
    expect(ownWords(text, sent)).toEqual({ text, isCut: false })
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
    ['heads with fields', 'From: x\nTo: y\n\n'],
    ['dividers', '-----a-----\n'],
    ['colons', 'a@b 1:'],
    ['spaces', ' '],
    ['lines that are nearly ours', '> There is a message about your reporX\n'],
  ])('takes a second at most for a long text of %s', (_name, piece) => {
    const begun = performance.now()
    ownWords(piece.repeat(Math.ceil(2_000_000 / piece.length)), sent)
    expect(performance.now() - begun).toBeLessThan(1000)
  })
})
