import { describe, expect, it } from 'vitest'
import { oneLine, readRecipient } from './recipient'

describe('readRecipient', () => {
  it.each([
    'a@b.test',
    'first.last+tag@mail.example.org',
    "o'neil@example.org",
    'root@localhost',
    'ü@bücher.example',
  ])('takes %s', (address) => {
    expect(readRecipient({ name: 'Ann', address })).toEqual({ name: 'Ann', address })
  })

  it.each([
    '',
    'nobody',
    '@b.test',
    'a@',
    'a@b..test',
    'a@b@c.test',
    'a@b.test, c@d.test',
    'a@b.test;c@d.test',
    'a@b.test\r\nBcc: c@d.test',
    'a@b.test\nRCPT TO:<c@d.test>',
    'Ann <a@b.test>',
    '"a b"@c.test',
    'a@b.test\u0000',
    'a@[127.0.0.1]',
    `${'a'.repeat(65)}@b.test`,
    `a@${'b'.repeat(254)}.test`,
  ])('refuses %j', (address) => {
    expect(readRecipient({ name: 'Ann', address })).toBeNull()
  })

  it('makes the name one line', () => {
    const name = 'Ann\r\nBcc: c@d.test\u0000'
    expect(readRecipient({ name, address: 'a@b.test' })?.name).toBe('Ann Bcc: c@d.test')
  })
})

describe('oneLine', () => {
  it('drops line breaks and controls', () => {
    expect(oneLine(' News\r\n\tabout\u202E it\u0000 ')).toBe('News about it')
  })
})
