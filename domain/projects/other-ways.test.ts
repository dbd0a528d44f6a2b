import { describe, expect, it } from 'vitest'
import { otherWays } from './other-ways'

const ways = (mail: string[], plainContact: string | null) =>
  otherWays({ channels: { mail, plainContact, encryptionKeyUrl: null } })

describe('otherWays', () => {
  it('names the mail addresses first, then the contact, each once', () => {
    expect(ways(['security@example.org'], 'https://example.org/contact')).toEqual([
      { text: 'security@example.org', href: 'mailto:security@example.org' },
      { text: 'https://example.org/contact', href: 'https://example.org/contact' },
    ])
    expect(ways(['security@example.org'], 'security@example.org')).toHaveLength(1)
  })

  it('makes no link of words', () => {
    expect(ways([], 'javascript:alert(1)')).toEqual([{ text: 'javascript:alert(1)', href: null }])
    expect(ways([], null)).toEqual([])
  })
})
