import { describe, expect, it } from 'vitest'
import { dayMs, hourMs, minuteMs, msBetween, plusMs, toInstant } from '@/lib/instant'
import { nextTry } from './next-try'

const createdAt = toInstant('2026-11-20T09:00:00Z')
const waitMs = (attempts: number) => {
  const at = nextTry({ attempts, createdAt }, createdAt)
  return at === null ? null : msBetween(createdAt, at)
}

describe('nextTry', () => {
  it.each([
    [1, minuteMs],
    [2, 2 * minuteMs],
    [3, 4 * minuteMs],
    [6, 32 * minuteMs],
    [7, hourMs],
    [500, hourMs],
  ])('waits after attempt %i', (attempts, expected) => {
    expect(waitMs(attempts)).toBe(expected)
  })

  it('gives up two days after the mail was written, not earlier', () => {
    const mail = { attempts: 50, createdAt }
    expect(nextTry(mail, plusMs(createdAt, 2 * dayMs - 1))).not.toBeNull()
    expect(nextTry(mail, plusMs(createdAt, 2 * dayMs))).toBeNull()
  })
})
