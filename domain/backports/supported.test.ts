import { describe, expect, it } from 'vitest'
import { toInstant } from '@/lib/instant'
import type { ReleaseLine } from './line-status'
import { isSupported, newestFirst, supportedLines } from './supported'

const line = (name: string, range: string, more: Partial<ReleaseLine> = {}): ReleaseLine => ({
  id: name,
  name,
  range,
  branch: name,
  isDevelopment: false,
  supportedFrom: toInstant('2026-01-01T00:00:00Z'),
  supportedUntil: toInstant('2026-07-01T00:00:00Z'),
  ...more,
})

describe('a supported line', () => {
  it.each([
    ['2025-12-31T23:59:59.999Z', false],
    ['2026-01-01T00:00:00Z', true],
    ['2026-06-30T23:59:59.999Z', true],
    ['2026-07-01T00:00:00Z', false],
  ])('at %s: %s', (at, supported) => {
    expect(isSupported(line('1.x', '1.x'), toInstant(at))).toBe(supported)
  })

  it('has no end while none is announced', () => {
    expect(isSupported(line('1.x', '1.x', { supportedUntil: null }), toInstant('2099-01-01T00:00:00Z'))).toBe(
      true,
    )
  })
})

describe('the order of lines', () => {
  const main = line('main', '>=3.0.0-0', { isDevelopment: true })
  const lines = [
    line('2.9.x', '2.9.x'),
    line('2.10.x', '2.10.x'),
    main,
    line('odd', 'no range'),
    line('10.x', '10.x'),
  ]

  it('is development, then by version and not by letter', () => {
    expect(newestFirst(lines).map(({ name }) => name)).toEqual(['main', '10.x', '2.10.x', '2.9.x', 'odd'])
  })

  it('leaves development out of the supported lines', () => {
    const at = toInstant('2026-03-01T00:00:00Z')
    const ended = line('1.x', '1.x', { supportedUntil: at })
    expect(supportedLines([ended, ...lines], at).map(({ name }) => name)).toEqual([
      '10.x',
      '2.10.x',
      '2.9.x',
      'odd',
    ])
  })
})
