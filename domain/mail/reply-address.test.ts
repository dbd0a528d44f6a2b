import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { baseAddress, formatReplyToken, replyAddress, replyTokenBytes, replyTokenOf } from './reply-address'

const bytes = fc.uint8Array({ minLength: replyTokenBytes, maxLength: replyTokenBytes })

describe('a reply address', () => {
  it('gives its token back, in whatever case it arrives', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const token = formatReplyToken(random)
        const address = replyAddress('security@example.org', token) ?? ''
        expect(replyTokenOf(address)).toBe(token)
        expect(replyTokenOf(address.toUpperCase())).toBe(token)
        expect(baseAddress(address)).toBe('security@example.org')
      }),
    )
  })

  it('is not made where the name would be longer than a mail server takes', () => {
    const token = formatReplyToken(new Uint8Array(replyTokenBytes))
    expect(replyAddress(`${'a'.repeat(37)}@example.org`, token)).not.toBeNull()
    expect(replyAddress(`${'a'.repeat(38)}@example.org`, token)).toBeNull()
  })

  it.each([
    'security@example.org',
    'security+spam@example.org',
    'security+@example.org',
    `security+${'!'.repeat(26)}@example.org`,
  ])('%s carries none', (address) => {
    expect(replyTokenOf(address)).toBeNull()
  })
})
