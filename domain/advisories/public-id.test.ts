import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { toInstant } from '@/lib/instant'
import { publicAdvisoryId, publicIdBytes, publicIdPattern, readPublicAdvisoryId } from './public-id'

describe('an advisory’s public id', () => {
  it('has one form, and is read back from how people write it', () => {
    const bytes = fc.uint8Array({ minLength: publicIdBytes, maxLength: publicIdBytes })
    fc.assert(
      fc.property(bytes, (random) => {
        const id = publicAdvisoryId(toInstant('2026-11-20T21:00:00Z'), random)
        expect(id).toMatch(publicIdPattern)
        const typed =
          id.slice(0, 8) + ` ${id.slice(9).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')} `
        expect(readPublicAdvisoryId(typed)).toBe(id)
      }),
    )
  })

  it('takes the year in UTC', () => {
    const id = publicAdvisoryId(toInstant('2027-01-01T00:30:00+01:00'), new Uint8Array(publicIdBytes))
    expect(id).toBe('DDA-2026-0000-0000')
  })

  it.each([
    '',
    'DDA-2026-7K3Q',
    'CVE-2026-12345',
    'DDA-26-7K3Q-X9AB',
    'DDA-2026-7K3Q-X9A!',
    'DDA-2026-7K3Q-X9AB-1',
  ])('%s is none', (text) => {
    expect(readPublicAdvisoryId(text)).toBeNull()
  })
})
