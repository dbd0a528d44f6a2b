import { expect, test } from 'vitest'
import { defaultTerms } from './default-terms'
import { promisesOf, soonestPromises, type PolicyPromise } from './promises'
import type { PolicyTerms } from './terms'

const textOf = (key: PolicyPromise['key'], change: Partial<PolicyTerms>): string | undefined =>
  promisesOf({ ...defaultTerms, ...change }).find((promise) => promise.key === key)?.text

const { businessCalendar, announce } = defaultTerms
const cases: Array<[PolicyPromise['key'], Partial<PolicyTerms>, string | undefined]> = [
  ['acknowledge', {}, 'A maintainer acknowledges your report within 48 business hours.'],
  [
    'acknowledge',
    { acknowledge: { hours: 1, counting: 'calendar' } },
    'A maintainer acknowledges your report within 1 hour.',
  ],
  ['acknowledge', { acknowledge: null }, 'A maintainer acknowledges your report as soon as possible.'],
  [
    'respond',
    { respond: { hours: 48, counting: 'calendar', countedFrom: 'acknowledged' } },
    'You get an answer that says what happens next within 48 hours of the acknowledgement.',
  ],
  ['respond', { respond: null }, undefined],
  ['business_time', {}, 'Business hours are Monday to Friday, around the clock, UTC time.'],
  [
    'business_time',
    {
      businessCalendar: {
        ...businessCalendar,
        timeZone: 'Europe/Berlin',
        workingDays: [4, 1],
        workingHours: { from: '09:00', to: '17:00' },
        holidays: [{ date: '2026-12-25', name: 'Christmas' }],
        shutdowns: [{ from: '2026-12-27', to: '2026-12-31', name: 'Break' }],
      },
    },
    'Business hours are Monday and Thursday, from 09:00 to 17:00, Europe/Berlin time, without public holidays and shutdowns.',
  ],
  ['business_time', { acknowledge: { hours: 48, counting: 'calendar' }, respond: null }, undefined],
  ['keep_informed', {}, 'You hear from the team at least every 14 days.'],
  ['keep_informed', { keepInformedEveryDays: null }, undefined],
  [
    'announce',
    {},
    'The advisory is published once the fix is released, preferably on a Tuesday, Wednesday or Thursday at 14:00.',
  ],
  [
    'announce',
    { announce: { ...announce, delayDays: 7, preferredWeekdays: [], preferredTime: null } },
    'The advisory is published at least 7 days after the last patch release.',
  ],
  ['embargo', { embargo: { longestDays: null } }, undefined],
  [
    'backports',
    { backports: { lines: 'newest_only', olderMinors: 'never' } },
    'The fix goes to the newest release line only.',
  ],
  ['older_minors', {}, undefined],
  ['release_kinds', {}, 'Security fixes ship as patch or minor releases.'],
  ['may_publish', {}, undefined],
  [
    'may_publish',
    { reporterMayPublishIfIgnored: true },
    'If the team breaks these promises, you may publish on your own terms.',
  ],
]
test.each(cases)('%s %#', (key, change, text) => {
  expect(textOf(key, change)).toBe(text)
})

test('each promise is made once', () => {
  const keys = promisesOf({ ...defaultTerms, reporterMayPublishIfIgnored: true }).map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
})

test.each<[Partial<PolicyTerms>, string, string]>([
  [
    {
      acknowledge: { hours: 48, counting: 'calendar' },
      respond: { hours: 96, counting: 'calendar', countedFrom: 'received' },
    },
    'A maintainer acknowledges it within 48 hours and says what happens next within 96 hours of its arrival.',
    'Ein Maintainer bestätigt den Eingang innerhalb von 48 Stunden und sagt innerhalb von 96 Stunden nach dem Eingang, wie es weitergeht.',
  ],
  [
    {
      acknowledge: { hours: 1, counting: 'business' },
      respond: { hours: 48, counting: 'calendar', countedFrom: 'acknowledged' },
    },
    'A maintainer acknowledges it within 1 business hour and says what happens next within 48 hours of that.',
    'Ein Maintainer bestätigt den Eingang innerhalb von 1 Geschäftsstunde und sagt innerhalb von 48 Stunden danach, wie es weitergeht.',
  ],
  [
    { acknowledge: null, respond: null },
    'A maintainer acknowledges it as soon as possible.',
    'Ein Maintainer bestätigt den Eingang so bald wie möglich.',
  ],
])('the soonest promises of %j in one sentence', (change, inEnglish, inGerman) => {
  const terms = { ...defaultTerms, ...change }
  expect(soonestPromises(terms)).toBe(inEnglish)
  expect(soonestPromises(terms, 'de')).toBe(inGerman)
})
