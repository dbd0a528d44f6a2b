import { describe, expect, it } from 'vitest'
import { armoredMessageIn, holdsPrivateKey, looksEncrypted } from './armored-message'

const message = '-----BEGIN PGP MESSAGE-----\n\nhQEM\n=abcd\n-----END PGP MESSAGE-----'

describe('armoredMessageIn', () => {
  it.each([
    ['a message alone', message, message],
    ['a message between words', `Hello,\n${message}\nRegards`, message],
    ['the first of two', `${message}\n${message}`, message],
    ['a message that was cut off', message.slice(0, 40), message.slice(0, 40)],
    ['words', 'See BEGIN PGP MESSAGE in the log.', null],
    ['a public key', '-----BEGIN PGP PUBLIC KEY BLOCK-----\n', null],
    ['a message that somebody quotes', message.replaceAll(/^/gm, '> '), null],
    ['a message that is indented', `Hello,\n  ${message}`, message],
    ['a message below one that is quoted', `> -----BEGIN PGP MESSAGE-----\n\n${message}`, message],
  ])('finds %s', (_name, text, found) => {
    expect(armoredMessageIn(text)).toBe(found)
  })
})

describe('holdsPrivateKey', () => {
  it('knows a private key from a public one', () => {
    expect(holdsPrivateKey('x\n-----BEGIN PGP PRIVATE KEY BLOCK-----\n')).toBe(true)
    expect(holdsPrivateKey('-----BEGIN PGP PUBLIC KEY BLOCK-----\n')).toBe(false)
  })
})

describe('looksEncrypted', () => {
  it.each([
    ['armour', [...new TextEncoder().encode(message)], true],
    ['an old packet with a session key (0x85)', [0x85, 0x01], true],
    ['a new packet with a session key (0xc1)', [0xc1, 0x5e], true],
    ['a packet with a password (0xc3)', [0xc3, 0x2e], true],
    ['a public key (0x99)', [0x99, 0x01], false],
    ['words', [...new TextEncoder().encode('hello')], false],
    ['a picture', [0x89, 0x50, 0x4e, 0x47], false],
    ['nothing', [], false],
  ])('tells %s', (_name, bytes, is) => {
    expect(looksEncrypted(new Uint8Array(bytes))).toBe(is)
  })
})
