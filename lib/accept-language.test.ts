import { describe, expect, test } from 'vitest'
import { acceptedLanguage } from './accept-language'

describe('acceptedLanguage', () => {
  test.each([
    ['de', 'de'],
    ['de-AT,de;q=0.9,en;q=0.8', 'de'],
    ['de-CH', 'de'],
    ['DE', 'de'],
    ['en-GB,en;q=0.9,de;q=0.8', 'en'],
    ['fr-FR,fr;q=0.9,de;q=0.5,en;q=0.3', 'de'],
    ['fr, en;q=0.2, de;q=0.20', 'en'],
    ['*', 'en'],
    ['*;q=0.1, de;q=0.5', 'de'],
    ['en;q=0, *', 'de'],
    ['de;q=0, *;q=0.5', 'en'],
    ['en ; q=0.3 , de ; q=0.7', 'de'],
    ['de;q=2, en', 'en'],
    ['de;q=0.1234, en;q=0.1', 'en'],
  ])('%s → %s', (header, expected) => {
    expect(acceptedLanguage(header, ['en', 'de'])).toBe(expected)
  })

  test.each([null, undefined, '', 'fr', 'fr;q=1, it', 'den', 'd', ';;,,;q=', '日本', 'en;q=0,de;q=0'])(
    'nothing of %s is offered',
    (header) => {
      expect(acceptedLanguage(header, ['en', 'de'])).toBeNull()
    },
  )

  test('a wanted region is preferred to its plain language', () => {
    expect(acceptedLanguage('pt-BR, pt;q=0.5', ['pt', 'pt-BR'])).toBe('pt-BR')
    expect(acceptedLanguage('pt;q=0.5, pt-BR', ['en', 'pt-BR'])).toBe('pt-BR')
  })
})
