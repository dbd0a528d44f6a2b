import { describe, expect, it } from 'vitest'
import { askedLanguage } from './asked-language'

const asked = (path: string, accepted: string | null, chosen?: string) =>
  askedLanguage({ path, accepted, chosen })

describe('askedLanguage', () => {
  it.each([
    ['/', 'de-AT,de;q=0.9', undefined, 'de'],
    ['/projects/marmotte/report', 'fr,de;q=0.3,en;q=0.2', undefined, 'de'],
    ['/report', 'de', 'en', 'en'],
    ['/report', 'en', 'de', 'de'],
    ['/', 'fr', undefined, 'en'],
    ['/', null, undefined, 'en'],
    ['/', 'de', 'tlh', 'de'],
    ['/nothing-here', 'de', undefined, 'de'],
    ['/reports-of-others', 'de', undefined, 'de'],
  ])('%s for %s, chosen %s: %s', (path, accepted, chosen, expected) => {
    expect(asked(path, accepted, chosen)).toBe(expected)
  })

  it.each(['/console', '/console/cases/MAR-1', '/api/v1/cases', '/sign-in', '/set-up/abc'])(
    '%s is English for everybody',
    (path) => {
      expect(asked(path, 'de', 'de')).toBe('en')
    },
  )
})
