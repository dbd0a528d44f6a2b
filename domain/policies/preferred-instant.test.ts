import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toInstant } from '@/lib/instant'
import { localDayAt, weekdayOf } from '@/domain/clocks/working-day'
import { defaultTerms } from './default-terms'
import { preferredInstant } from './preferred-instant'
import type { BusinessCalendar, PolicyTerms } from './terms'

const termsWith = (
  announce: Partial<PolicyTerms['announce']>,
  businessCalendar: Partial<BusinessCalendar> = {},
) => ({
  announce: { ...defaultTerms.announce, ...announce },
  businessCalendar: { ...defaultTerms.businessCalendar, timeZone: 'Europe/Berlin', ...businessCalendar },
})

describe('the first preferred instant', () => {
  const cases: Array<[string, string, ReturnType<typeof termsWith>, string]> = [
    ['the next preferred day', '2026-11-20T10:00+01:00', termsWith({}), '2026-11-24T14:00+01:00'],
    [
      'the same day, while the time is ahead',
      '2026-11-24T10:00+01:00',
      termsWith({}),
      '2026-11-24T14:00+01:00',
    ],
    ['this very moment', '2026-11-24T14:00+01:00', termsWith({}), '2026-11-24T14:00+01:00'],
    [
      'a week on, when the only day has just passed',
      '2026-11-24T14:01+01:00',
      termsWith({ preferredWeekdays: [2] }),
      '2026-12-01T14:00+01:00',
    ],
    [
      'not on a holiday',
      '2026-11-20T10:00+01:00',
      termsWith({}, { holidays: [{ date: '2026-11-24', name: 'Holiday' }] }),
      '2026-11-25T14:00+01:00',
    ],
    [
      'not in a shutdown',
      '2026-11-20T10:00+01:00',
      termsWith({}, { shutdowns: [{ from: '2026-11-24', to: '2026-11-26', name: 'Away' }] }),
      '2026-12-01T14:00+01:00',
    ],
    [
      'on a holiday where the terms do not mind',
      '2026-11-20T10:00+01:00',
      termsWith({ avoidHolidays: false }, { holidays: [{ date: '2026-11-24', name: 'Holiday' }] }),
      '2026-11-24T14:00+01:00',
    ],
    [
      'any time: the start of the day',
      '2026-11-20T10:00+01:00',
      termsWith({ preferredTime: null }),
      '2026-11-24T00:00+01:00',
    ],
    [
      'no preference at all: at once',
      '2026-11-20T10:00+01:00',
      termsWith({ preferredWeekdays: [], preferredTime: null }),
      '2026-11-20T10:00+01:00',
    ],
    [
      'a time the clocks skip: the moment just after',
      '2026-03-28T10:00+01:00',
      termsWith({ preferredWeekdays: [7], preferredTime: '02:30' }),
      '2026-03-29T03:30+02:00',
    ],
    [
      'a time that comes twice: the second when the first has passed',
      '2026-10-25T02:45+02:00',
      termsWith({ preferredWeekdays: [7], preferredTime: '02:30' }),
      '2026-10-25T02:30+01:00',
    ],
    [
      'a date the zone skipped is no day',
      '2011-12-29T12:00-10:00',
      termsWith({ preferredWeekdays: [5], preferredTime: '10:00' }, { timeZone: 'Pacific/Apia' }),
      '2012-01-06T10:00+14:00',
    ],
  ]
  test.each(cases)('%s', (_, notBefore, terms, expected) => {
    expect(preferredInstant(toInstant(notBefore), terms)).toBe(toInstant(expected))
  })

  test('is none when two years hold no day', () => {
    const away = { from: '2026-01-01', to: '2040-01-01', name: 'Gone' }
    expect(preferredInstant(toInstant('2026-11-20T10:00Z'), termsWith({}, { shutdowns: [away] }))).toBeNull()
  })
})

test('is never before notBefore, and always on a preferred weekday', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: Date.parse('2012-01-01'), max: Date.parse('2035-01-01') }).map(toInstant),
      fc.constantFrom('Europe/Berlin', 'Australia/Lord_Howe', 'America/Santiago', 'Pacific/Chatham'),
      fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
      fc.constantFrom(null, '00:00', '02:15', '14:00'),
      (notBefore, timeZone, preferredWeekdays, preferredTime) => {
        const at = preferredInstant(notBefore, termsWith({ preferredWeekdays, preferredTime }, { timeZone }))
        expect(at !== null && at >= notBefore).toBe(true)
        expect(preferredWeekdays).toContain(weekdayOf(localDayAt(at!, timeZone)))
      },
    ),
  )
})
