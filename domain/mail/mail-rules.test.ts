import { describe, expect, it } from 'vitest'
import { hourMs, minuteMs, plusMs, toInstant } from '@/lib/instant'
import { armouredMessage } from './armour'
import { addressesIn, messageIdsIn } from './mail-headers'
import { projectAddresses } from './project-addresses'
import { reconnectDelayMs } from './reconnect-delay'
import { nextAnswerAt } from './sender-limits'
import { whatIsMissing } from './what-is-missing'

const now = toInstant('2026-11-20T09:00:00Z')

describe('reconnectDelayMs', () => {
  it.each([
    [1, 1000],
    [2, 2000],
    [6, 32_000],
    [7, minuteMs],
    [10_000, minuteMs],
  ])('after break %i', (breaks, ms) => {
    expect(reconnectDelayMs(breaks)).toBe(ms)
  })
})

describe('nextAnswerAt', () => {
  it.each([
    [null, 0],
    [-hourMs, 0],
    [-hourMs + 1, 1],
    [0, hourMs],
    [hourMs, 2 * hourMs],
  ])('with the last one %s ms from now', (last, wait) => {
    expect(nextAnswerAt(last === null ? null : plusMs(now, last), now)).toBe(plusMs(now, wait))
  })
})

describe('whatIsMissing', () => {
  const whole = 'A token for resetting the password still works after the password was changed.'
  it.each([
    [whole, 0, true, null],
    ['https://gist.example/1', 0, true, 'only_link'],
    ['https://gist.example/1', 0, false, null],
    ['see attached', 1, true, 'only_file'],
    ['', 1, true, 'only_file'],
    ['', 1, false, null],
    [' \n', 0, false, 'empty'],
  ])('of %j with %i files, complete in itself %s', (text, attachments, completeInItself, missing) => {
    expect(whatIsMissing({ text, attachments, isEncrypted: false }, { completeInItself })).toBe(missing)
  })

  it('is nothing where nobody can read it', () => {
    expect(
      whatIsMissing({ text: 'x', attachments: 0, isEncrypted: true }, { completeInItself: true }),
    ).toBeNull()
  })
})

describe('armouredMessage', () => {
  const armour = '-----BEGIN PGP MESSAGE-----\n\nhF4D\n-----END PGP MESSAGE-----'
  it.each([
    [armour, `${armour}\n`],
    [`Hello,\n${armour}\nBye`, `${armour}\n`],
    ['-----BEGIN PGP MESSAGE-----\nhF4D', null],
    ['-----END PGP MESSAGE-----\n-----BEGIN PGP MESSAGE-----', null],
    ['-----BEGIN PGP PUBLIC KEY BLOCK-----', null],
  ])('in %j', (text, found) => {
    expect(armouredMessage(text)).toBe(found)
  })
})

describe('headers', () => {
  const headers = new Map([
    ['to', ['Security <SEC@x.test>, "a, b" <b@y.test>']],
    ['cc', ['sec@x.test']],
    ['references', ['<one@x> <two@y>\n <one@x>']],
  ])

  it('name addresses, each once, in lower case, in the order asked for', () => {
    expect(addressesIn(headers, ['cc', 'to', 'delivered-to'])).toEqual(['sec@x.test', 'b@y.test'])
  })

  it('name messages, each once', () => {
    expect(messageIdsIn(headers, ['in-reply-to', 'references'])).toEqual(['one@x', 'two@y'])
  })
})

describe('projectAddresses', () => {
  it('takes one on each line, in lower case, each once', () => {
    expect(projectAddresses.parse(' Sec@x.test\r\nb@y.test, sec@X.test\n')).toEqual([
      'sec@x.test',
      'b@y.test',
    ])
    expect(projectAddresses.parse('')).toEqual([])
  })

  it.each(['nobody', 'a+b@x.test', Array.from({ length: 11 }, (_, n) => `a${n}@x.test`).join('\n')])(
    'refuses %j',
    (text) => {
      expect(projectAddresses.safeParse(text).success).toBe(false)
    },
  )
})
