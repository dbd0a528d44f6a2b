import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readCrockford, toCrockford } from './crockford'

it('writes zeros, ones and a word as the alphabet says', () => {
  expect(toCrockford(new Uint8Array([0, 0, 0, 0, 0]), 8)).toBe('00000000')
  expect(toCrockford(new Uint8Array([255, 255, 255, 255, 255]), 8)).toBe('ZZZZZZZZ')
  expect(toCrockford(new TextEncoder().encode('foobar'), 8)).toBe('CSQPYRK1')
})

it('refuses to make up bits', () => {
  expect(() => toCrockford(new Uint8Array(4), 7)).toThrow(RangeError)
})

it('keeps every bit: different bytes give different text', () => {
  const bytes = fc.uint8Array({ minLength: 5, maxLength: 5 })
  fc.assert(
    fc.property(bytes, bytes, (a, b) => {
      expect(toCrockford(a, 8) === toCrockford(b, 8)).toBe(a.every((byte, at) => byte === b[at]))
    }),
  )
})

it('reads what a hand writes and refuses the rest', () => {
  expect(readCrockford(' o1l-i 0Z ')).toBe('01110Z')
  expect(readCrockford('ABU')).toBeNull()
  expect(readCrockford('')).toBeNull()
  expect(readCrockford('A!')).toBeNull()
})
