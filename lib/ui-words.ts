/** A length of time and where it lies. `{n}`, `{length}` are filled in; days by the plural category of their number. */
export interface TimeWords {
  underAMinute: string
  minutes: string
  hours: string
  days: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { other: string }
  justNow: string
  past: string
  future: string
  due: string
  overdue: string
}

/** The words of the parts every product has, in one language. */
export interface UiWords {
  /** BCP 47, for dates and numbers. */
  locale: string
  time: TimeWords
  optional: string
  notSent: string
  notSentYet: string
  /** How errors of ours begin; any other is the browser's, and says nothing to a person. */
  ownError: string
  dateAndTime: string
  timeZone: string
  copied: string
  characters: string
  copyByHand: string
  print: string
  sending: string
  /** Said once a form was accepted that says nothing of its own. */
  done: string
  failure: { title: string; saved: string; tell: string; again: string; start: string }
}

/** What the parts say where no other language is given. */
export const englishWords = {
  locale: 'en',
  time: {
    underAMinute: 'less than a minute',
    minutes: '{n} min',
    hours: '{n} h',
    days: { one: '{n} day', other: '{n} days' },
    justNow: 'just now',
    past: '{length} ago',
    future: 'in {length}',
    due: 'due in {length}',
    overdue: '{length} overdue',
  },
  optional: '(optional)',
  notSent:
    'The form could not be sent. Nothing is lost: everything you typed is still here. Check your connection and try again.',
  notSentYet: 'Not sent yet. Everything you typed is still here.',
  ownError: 'This ',
  dateAndTime: 'Date and time',
  timeZone: 'Time zone',
  copied: 'Copied',
  characters: '{length} of {max} characters.',
  copyByHand: 'Select the text and copy it',
  print: 'Print',
  sending: 'Sending…',
  done: 'Done.',
  failure: {
    title: 'This page could not be shown',
    saved: 'Something failed on our side. What was already sent and saved is still there.',
    tell: 'If it stays, tell the people who run this site: error {number}.',
    again: 'Try again',
    start: 'To the start page',
  },
} as const satisfies UiWords

/** `text` with each `{name}` replaced by what it stands for. */
export const fillIn = (text: string, facts: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole))
