import { describe, expect, test } from 'vitest'
import { checkTerms } from './check-terms'
import { defaultTerms } from './default-terms'
import { policyTermsSchema, type BusinessCalendar, type PolicyTerms } from './terms'

const calendar = (change: Partial<BusinessCalendar>): Partial<PolicyTerms> => ({
  businessCalendar: { ...defaultTerms.businessCalendar, ...change },
})
const codes = (change: Partial<PolicyTerms>) => {
  const { refusals, warnings } = checkTerms({ ...defaultTerms, ...change })
  return { refusals: refusals.map(({ code }) => code), warnings: warnings.map(({ code }) => code) }
}

test('the default terms are well-formed and have nothing to remark', () => {
  expect(policyTermsSchema.parse(defaultTerms)).toEqual(defaultTerms)
  expect(checkTerms(defaultTerms)).toEqual({ refusals: [], warnings: [] })
})

describe('refused', () => {
  const cases: Array<[string, Partial<PolicyTerms>, string]> = [
    ['a zone nobody knows', calendar({ timeZone: 'Mars/Olympus' }), 'unknown_zone'],
    ['an offset in place of a zone', calendar({ timeZone: '+01:00' }), 'unknown_zone'],
    [
      'hours that end before they begin',
      calendar({ workingHours: { from: '17:00', to: '09:00' } }),
      'hours_reversed',
    ],
    ['hours of no length', calendar({ workingHours: { from: '09:00', to: '09:00' } }), 'hours_reversed'],
    [
      'a shutdown that ends before it begins',
      calendar({ shutdowns: [{ from: '2026-12-31', to: '2026-12-24', name: 'Break' }] }),
      'shutdown_reversed',
    ],
    [
      'a shutdown of decades under a business promise',
      calendar({ shutdowns: [{ from: '2030-01-01', to: '2060-01-01', name: 'Gone' }] }),
      'never_works',
    ],
    [
      'a response due before the acknowledgement',
      { respond: { hours: 24, counting: 'business', countedFrom: 'received' } },
      'respond_before_acknowledge',
    ],
    [
      'a response in calendar hours before an acknowledgement in business hours',
      { respond: { hours: 24, counting: 'calendar', countedFrom: 'received' } },
      'respond_before_acknowledge',
    ],
    [
      'a key without HTTPS',
      { channels: { mail: [], plainContact: 'a@b.example', encryptionKeyUrl: 'http://b.example/key.asc' } },
      'key_not_https',
    ],
  ]
  test.each(cases)('%s', (_, change, code) => {
    expect(codes(change).refusals).toEqual([code])
  })

  test('names the field and what to do', () => {
    const [finding] = checkTerms({ ...defaultTerms, ...calendar({ timeZone: 'Mars/Olympus' }) }).refusals
    expect(finding?.path).toBe('businessCalendar.timeZone')
    expect(finding?.text).toContain('Mars/Olympus')
  })
})

describe('warned about', () => {
  const { announce } = defaultTerms
  const cases: Array<[string, Partial<PolicyTerms>, string]> = [
    [
      'a response in business hours that may come first',
      {
        acknowledge: { hours: 48, counting: 'calendar' },
        respond: { hours: 24, counting: 'business', countedFrom: 'received' },
      },
      'respond_may_precede_acknowledge',
    ],
    [
      'a response counted from an acknowledgement without a date',
      { acknowledge: null, respond: { hours: 96, counting: 'calendar', countedFrom: 'acknowledged' } },
      'respond_never_starts',
    ],
    [
      'a holiday region without holidays',
      calendar({ holidayRegion: { country: 'DE', state: null } }),
      'holidays_missing',
    ],
    [
      'announcing on a Friday',
      { announce: { ...announce, preferredWeekdays: [2, 5] } },
      'announces_before_weekend',
    ],
    [
      'a delay as long as the embargo',
      { announce: { ...announce, delayDays: 7 }, embargo: { longestDays: 7 } },
      'delay_exceeds_embargo',
    ],
    [
      'encryption without a plain contact',
      { channels: { mail: [], plainContact: null, encryptionKeyUrl: 'https://b.example/key.asc' } },
      'no_plain_contact',
    ],
  ]
  test.each(cases)('%s', (_, change, code) => {
    expect(codes(change)).toEqual({ refusals: [], warnings: [code] })
  })
})

test('counted from the acknowledgement a response may take fewer hours', () => {
  expect(
    codes({ respond: { hours: 24, counting: 'business', countedFrom: 'acknowledged' } }).refusals,
  ).toEqual([])
})
