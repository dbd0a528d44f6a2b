import { expect, it } from 'vitest'
import { plusMs, toInstant } from '@/lib/instant'
import { addresseeOf, type KnownKey } from './addressee'

const at = toInstant('2026-11-20T09:00:00Z')
const key = (fingerprint: string, more: Partial<KnownKey> = {}): KnownKey => ({
  fingerprint,
  keyIds: [`${fingerprint}1`, `${fingerprint}2`],
  expiresAt: null,
  removedAt: null,
  ...more,
})
const keys = [key('old', { expiresAt: at }), key('gone', { removedAt: at }), key('now')]

it.each([
  ['a key that is offered', ['now2'], { to: 'current', fingerprint: 'now' }],
  ['one of them and one that expired', ['old1', 'now1'], { to: 'current', fingerprint: 'now' }],
  ['a key that has expired', ['old2'], { to: 'expired', fingerprint: 'old' }],
  ['a key that was removed', ['gone1'], { to: 'expired', fingerprint: 'gone' }],
  ['a key nobody knows', ['other'], { to: 'unknown' }],
  ['nobody it names', ['0000000000000000'], { to: 'hidden' }],
])('a message for %s', (_name, keyIds, addressee) => {
  expect(addresseeOf(keyIds, keys, at)).toEqual(addressee)
})

it('is judged at the moment the message came', () => {
  expect(addresseeOf(['old1'], keys, plusMs(at, -1))).toEqual({ to: 'current', fingerprint: 'old' })
})
