import { describe, expect, it } from 'vitest'
import { toInstant } from '@/lib/instant'
import { dailyDigest, weeklyDigest } from './digest-text'

const reader = {
  now: toInstant('2026-11-20T07:00:00Z'),
  timeZone: 'Europe/Berlin',
  baseUrl: 'https://desk.example.org',
}

describe('dailyDigest', () => {
  it('names references, promises and instants, what is overdue first, and says where the rest is', () => {
    const digest = dailyDigest(
      [
        {
          reference: 'MAR-2',
          kind: 'respond',
          dueAt: toInstant('2026-11-20T21:00:00Z'),
          isUnassigned: false,
          insteadOf: 'Ana',
        },
        {
          reference: 'MAR-1',
          kind: 'acknowledge',
          dueAt: toInstant('2026-11-19T21:00:00Z'),
          isUnassigned: true,
          insteadOf: null,
        },
      ],
      reader,
    )
    expect(digest?.subject).toBe('Promises: 1 overdue, 1 due soon')
    expect(digest?.body).toContain(
      'Overdue\n- MAR-1: Acknowledge, Thu 19 Nov, 22:00 CET (nobody answers for it)',
    )
    expect(digest?.body).toContain(
      'Due next\n- MAR-2: Say what happens next, Fri 20 Nov, 22:00 CET (for Ana)',
    )
    expect(digest?.body).toContain('https://desk.example.org/console/account')
  })

  it('of nothing is no mail', () => expect(dailyDigest([], reader)).toBeNull())
})

describe('weeklyDigest', () => {
  it('sorts the stuck by why, the longest first', () => {
    const at = (day: number) => toInstant(`2026-11-0${day}T09:00:00Z`)
    const digest = weeklyDigest(
      [
        { reference: 'MAR-1', why: 'held', since: at(3) },
        { reference: 'MAR-2', why: 'not_moved', since: at(2) },
        { reference: 'MAR-3', why: 'not_moved', since: at(1) },
      ],
      reader,
    )
    expect(digest?.subject).toBe('3 cases are stuck')
    expect(digest?.body).toMatch(
      /7 days, last\n- MAR-3: Sun 1 Nov.*\n- MAR-2: Mon 2 Nov.*\n\nHeld.*\n- MAR-1/,
    )
    expect(weeklyDigest([], reader)).toBeNull()
  })
})
