import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createVault, SealBroken, type SealedPlace } from './sealing'

const masterKey = new Uint8Array(randomBytes(32))
const vault = createVault(masterKey)
const caseId = '8f14e45f-ceea-467f-a8e1-4b0a2d1c9e11'
const place: SealedPlace = { table: 'reports', row: '1', column: 'body' }
const wellFormed = fc.string({ unit: 'grapheme' })
const anyPlace = fc.record({ table: fc.string(), row: fc.string(), column: fc.string() })

describe('a sealed value', () => {
  it('opens in its own place to what was sealed', () => {
    const { vault: ofCase } = vault.newCaseKey(caseId)
    fc.assert(
      fc.property(anyPlace, wellFormed, (where, text) => {
        expect(ofCase.open(where, ofCase.seal(where, text))).toBe(text)
      }),
    )
  })

  it('keeps bytes as they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), (bytes) => {
        expect(vault.instanceVault.openBytes(place, vault.instanceVault.seal(place, bytes))).toStrictEqual(
          new Uint8Array(bytes),
        )
      }),
    )
  })

  it('opens nowhere else', () => {
    fc.assert(
      fc.property(anyPlace, anyPlace, (here, there) => {
        fc.pre(JSON.stringify(here) !== JSON.stringify(there))
        const sealed = vault.instanceVault.seal(here, 'private')
        expect(() => vault.instanceVault.open(there, sealed)).toThrow(SealBroken)
      }),
    )
  })

  it.each([
    ['another row', { ...place, row: '2' }],
    ['another column', { ...place, column: 'impact' }],
    ['another table', { ...place, table: 'messages' }],
    ['the same letters cut differently', { table: 'reports1', row: '', column: 'body' }],
  ])('moved to %s stays shut', (_, elsewhere) => {
    const sealed = vault.instanceVault.seal(place, 'private')
    expect(() => vault.instanceVault.open(elsewhere, sealed)).toThrow(
      'was changed, moved, or sealed with another key',
    )
  })

  it('stays shut when any single bit was changed, or any part is missing', () => {
    const sealed = vault.instanceVault.seal(place, 'the content')
    fc.assert(
      fc.property(fc.nat({ max: sealed.length * 8 - 1 }), (bit) => {
        const changed = new Uint8Array(sealed)
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        expect(() => vault.instanceVault.open(place, changed)).toThrow(SealBroken)
      }),
    )
    fc.assert(
      fc.property(fc.nat({ max: sealed.length - 1 }), (length) => {
        expect(() => vault.instanceVault.open(place, sealed.subarray(0, length))).toThrow(SealBroken)
      }),
    )
  })

  it('never looks the same twice, and never shows its content, not in an error either', () => {
    const first = vault.instanceVault.seal(place, 'the-content')
    const second = vault.instanceVault.seal(place, 'the-content')
    expect(Buffer.from(first).equals(second)).toBe(false)
    expect(Buffer.from(first).includes('the-content')).toBe(false)
    expect(() => vault.instanceVault.open({ ...place, row: '2' }, first)).toThrow(/^((?!the-content).)*$/)
  })

  it('says which form it has in its first byte', () => {
    const sealed = vault.instanceVault.seal(place, 'x')
    expect(sealed[0]).toBe(1)
    expect(sealed).toHaveLength(1 + 12 + 1 + 16)
    expect(() => vault.instanceVault.open(place, Uint8Array.of(2, ...sealed.subarray(1)))).toThrow(
      'has a form this version does not know',
    )
  })
})

describe('the key of a case', () => {
  it('opens again from what is stored, in another process with the same master key', () => {
    const { wrapped, vault: first } = vault.newCaseKey(caseId)
    const sealed = first.seal(place, 'report')
    expect(createVault(masterKey).openCaseKey(caseId, wrapped).open(place, sealed)).toBe('report')
  })

  it('is of no use for another case', () => {
    const { wrapped } = vault.newCaseKey(caseId)
    expect(() => vault.openCaseKey('another case', wrapped)).toThrow(SealBroken)
    vault.openCaseKey(caseId, wrapped)
    expect(() => vault.openCaseKey('another case', wrapped)).toThrow(SealBroken)
  })

  it('is of no use under another master key', () => {
    const { wrapped } = vault.newCaseKey(caseId)
    expect(() => createVault(new Uint8Array(randomBytes(32))).openCaseKey(caseId, wrapped)).toThrow(
      SealBroken,
    )
  })

  it('does not open what another case sealed in the same place', () => {
    const sealed = vault.newCaseKey(caseId).vault.seal(place, 'report')
    const other = vault.newCaseKey('another case').vault
    expect(() => other.open(place, sealed)).toThrow(SealBroken)
    expect(() => vault.instanceVault.open(place, sealed)).toThrow(SealBroken)
  })

  it('is kept opened for the cases used last, and only so many', () => {
    const first = vault.newCaseKey(caseId).wrapped
    const opened = vault.openCaseKey(caseId, first)
    expect(vault.openCaseKey(caseId, first)).toBe(opened)
    for (let other = 0; other < 500; other++) {
      const id = `case ${other}`
      vault.openCaseKey(id, vault.newCaseKey(id).wrapped)
    }
    expect(vault.openCaseKey(caseId, first)).not.toBe(opened)
  })
})

describe('what is derived from the master key', () => {
  it('is the same for one purpose and tells nothing about another', () => {
    const again = createVault(masterKey)
    expect(vault.keyedHash('receipt', 'text')).toBe(again.keyedHash('receipt', 'text'))
    expect(vault.keyedHash('receipt', 'text')).toMatch(/^[0-9a-f]{64}$/)
    expect(vault.keyedHash('receipt', 'text')).not.toBe(vault.keyedHash('token', 'text'))
    expect(vault.deriveSecret('sessions')).toBe(again.deriveSecret('sessions'))
    expect(Buffer.from(vault.deriveSecret('sessions'), 'base64url')).toHaveLength(32)
    expect(vault.deriveSecret('sessions')).not.toBe(vault.deriveSecret('mail'))
  })

  it('differs under another master key', () => {
    const other = createVault(new Uint8Array(randomBytes(32)))
    expect(other.keyedHash('receipt', 'text')).not.toBe(vault.keyedHash('receipt', 'text'))
    expect(other.deriveSecret('sessions')).not.toBe(vault.deriveSecret('sessions'))
  })

  it('needs a key of the right length', () => {
    expect(() => createVault(new Uint8Array(31))).toThrow('A master key has 32 bytes.')
  })
})
