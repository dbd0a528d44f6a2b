import { describe, expect, it } from 'vitest'
import { dayMs, hourMs, toInstant } from '@/lib/instant'
import type { Clock } from './clock'
import { clockReason } from './clock-in-words'

const at = toInstant('2026-11-20T21:00:00Z')
const clock = (reason: Clock['reason'], more: Partial<Clock> = {}): Clock => ({
  kind: 'acknowledge',
  reportId: 'r1',
  startedAt: at,
  dueAt: toInstant('2026-11-25T21:00:00Z'),
  pausedMs: 0,
  pauses: [],
  pausedSince: null,
  status: 'running',
  metAt: null,
  metBy: null,
  reason,
  ...more,
})
const hours = {
  code: 'hours_from',
  hours: 48,
  counting: 'business',
  countedFrom: 'received',
  from: at,
} as const

describe('clockReason', () => {
  it.each([
    [
      {
        ...hours,
        timeZone: 'Europe/Berlin',
        daysOff: [{ from: '2026-11-23', to: '2026-11-23', name: 'Monday off' }],
      },
      '48 business hours from the report, Fri 20 Nov, 22:00 CET, Europe/Berlin; Monday a holiday (Monday off).',
    ],
    [
      { ...hours, timeZone: 'UTC', daysOff: [{ from: '2026-12-24', to: '2026-12-28', name: 'Winter' }] },
      '48 business hours from the report, Fri 20 Nov, 21:00 UTC; 2026-12-24 to 2026-12-28 off (Winter).',
    ],
    [
      { ...hours, hours: 1, counting: 'calendar', countedFrom: 'acknowledged', timeZone: 'UTC', daysOff: [] },
      '1 hour from the acknowledgement, Fri 20 Nov, 21:00 UTC.',
    ],
    [
      { code: 'days_from', days: 14, countedFrom: 'last_message', from: at, timeZone: 'UTC' },
      '14 days from the last message, Fri 20 Nov, 21:00 UTC.',
    ],
    [{ code: 'stated_by_reporter', timeZone: 'UTC' }, 'The reporter named this date.'],
    [{ code: 'agreed_embargo', timeZone: 'UTC' }, 'Both sides agreed on this date.'],
    [
      { code: 'days_after_last_release', days: 0, timeZone: 'UTC' },
      'As soon as the last patch release is out.',
    ],
    [
      { code: 'days_after_last_release', days: 7, timeZone: 'UTC' },
      '7 days after the last patch release, as the policy says.',
    ],
  ] satisfies [Clock['reason'], string][])('%o', (reason, sentence) => {
    expect(clockReason(clock(reason), at)).toBe(sentence)
  })

  it('says that waiting for the reporter pauses it, or moved it', () => {
    const reason = { ...hours, timeZone: 'UTC', daysOff: [] }
    expect(clockReason(clock(reason, { status: 'paused', pausedSince: at }), at)).toMatch(
      /UTC\. Paused while the reporter is asked\.$/,
    )
    expect(clockReason(clock(reason, { pausedMs: 2 * dayMs + 3 * hourMs }), at)).toMatch(
      /UTC; paused 2 days 3 h while the reporter was asked\.$/,
    )
  })
})
