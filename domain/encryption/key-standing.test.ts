import { describe, expect, it } from 'vitest'
import { dayMs, hourMs, plusMs, toInstant } from '@/lib/instant'
import { expiryWarning, keyStanding } from './key-standing'

const now = toInstant('2026-11-20T09:00:00Z')
const later = (ms: number) => plusMs(now, ms)

describe('keyStanding', () => {
  it.each([
    ['never ends', null, null, 'usable'],
    ['ends later', later(1), null, 'usable'],
    ['ends this moment', now, null, 'expired'],
    ['was removed', null, now, 'removed'],
    ['was removed and has expired', now, now, 'removed'],
    ['is removed later', null, later(1), 'usable'],
  ])('of a key that %s', (_name, expiresAt, removedAt, standing) => {
    expect(keyStanding({ expiresAt, removedAt }, now)).toBe(standing)
  })
})

describe('expiryWarning', () => {
  it.each([
    ['for ever', null, null],
    ['31 days', later(31 * dayMs), null],
    ['30 days', later(30 * dayMs), 30],
    ['8 days', later(8 * dayMs), 30],
    ['7 days', later(7 * dayMs), 7],
    ['6 days and 23 hours', later(6 * dayMs + 23 * hourMs), 7],
    ['a day', later(dayMs), 1],
    ['a moment', later(1), 1],
    ['nothing', now, 0],
    ['less than nothing', later(-dayMs), 0],
  ])('of a key with %s left', (_name, expiresAt, days) => {
    expect(expiryWarning({ expiresAt }, now)).toBe(days)
  })
})
