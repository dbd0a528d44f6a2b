import { expect, it } from 'vitest'
import { toInstant } from '@/lib/instant'
import { securityTxt } from './security-txt'

it('keeps each field on its line, whatever an address holds', () => {
  const text = securityTxt({
    contacts: [
      'https://desk.example.org/\nContact: mailto:evil@example.org',
      'mailto:büro@example.org',
      '🦫\ud800',
    ],
    expires: toInstant('2027-01-01T00:00:00Z'),
    encryption: [],
    acknowledgments: [],
    policies: [],
    canonical: ['https://desk.example.org/.well-known/security.txt'],
    languages: ['en', 'de'],
  })
  expect(text.split('\n')).toEqual([
    'Contact: https://desk.example.org/%0AContact: mailto:evil@example.org',
    'Contact: mailto:b%C3%BCro@example.org',
    'Contact: %F0%9F%A6%AB%EF%BF%BD',
    'Expires: 2027-01-01T00:00:00.000Z',
    'Canonical: https://desk.example.org/.well-known/security.txt',
    'Preferred-Languages: en, de',
    '',
  ])
})
