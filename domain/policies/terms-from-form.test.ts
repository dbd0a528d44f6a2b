import { describe, expect, it } from 'vitest'
import { defaultTerms } from './default-terms'
import { fieldOfPath, formFromTerms } from './terms-fields'
import { termsFromForm } from './terms-from-form'

const form = formFromTerms({ terms: defaultTerms, introduction: '' })
const read = (given: Record<string, string | string[]>) => termsFromForm({ ...form, ...given })
const errorsOf = (given: Record<string, string | string[]>) => {
  const result = read(given)
  return result.ok ? [] : Object.keys(result.refusal)
}

describe('termsFromForm', () => {
  it('reads what formFromTerms wrote', () => {
    expect(read({})).toEqual({ ok: true, value: { terms: defaultTerms, introduction: '' } })
  })

  it('reads promises without a number and optional parts left empty', () => {
    const result = read({
      'acknowledge.counting': 'none',
      'respond.counting': 'none',
      keepInformedEveryDays: '',
      'embargo.longestDays': '',
      'announce.preferredTime': '',
      'safeHarbour.conditions': '',
      'safeHarbour.promise': '',
    })
    expect(result).toMatchObject({
      ok: true,
      value: {
        terms: {
          acknowledge: null,
          respond: null,
          keepInformedEveryDays: null,
          embargo: { longestDays: null },
          announce: { preferredTime: null },
          safeHarbour: null,
        },
      },
    })
  })

  it('reads days, periods and pairs as people write them', () => {
    const result = read({
      'businessCalendar.holidayRegion': 'DE-BY',
      'businessCalendar.ownHolidays': '2026-12-24 Christmas Eve\r\n\r\n2026-12-31   Last day',
      'businessCalendar.shutdowns':
        '2026-12-24 … 2026-12-31 One\n2027-07-01 - 2027-07-14 Two\n2027-08-01..2027-08-02 Three',
      'scope.unsafeByDesign': 'Plugins run a | b in code | https://docs.example.org',
    })
    expect(result.ok && result.value.terms).toMatchObject({
      businessCalendar: {
        holidayRegion: { country: 'DE', state: 'BY' },
        holidays: [
          { date: '2026-12-24', name: 'Christmas Eve', isOwn: true },
          { date: '2026-12-31', name: 'Last day', isOwn: true },
        ],
        shutdowns: [
          { from: '2026-12-24', to: '2026-12-31', name: 'One' },
          { from: '2027-07-01', to: '2027-07-14', name: 'Two' },
          { from: '2027-08-01', to: '2027-08-02', name: 'Three' },
        ],
      },
      scope: {
        unsafeByDesign: [
          { behaviour: 'Plugins run a | b in code', documentedAt: 'https://docs.example.org' },
        ],
      },
    })
  })

  it.each([
    ['hours that are no number', 'acknowledge.hours', 'soon'],
    ['no hours although hours are promised', 'acknowledge.hours', ''],
    ['too many days', 'announce.delayDays', '366'],
    ['half a working time', 'businessCalendar.workingHours.from', '09:00'],
    ['no working day', 'businessCalendar.workingDays', []],
    ['a day that does not exist', 'businessCalendar.ownHolidays', '2026-02-30 Nothing'],
    ['a period without a name', 'businessCalendar.shutdowns', '2026-12-24 … 2026-12-31'],
    ['a region that is no country', 'businessCalendar.holidayRegion', 'Germany'],
    ['no kind of release', 'releaseKinds', []],
    ['an address that is none', 'channels.mail', 'security at example'],
    ['a key that is no address', 'channels.encryptionKeyUrl', 'keybase'],
    ['behaviour without its place', 'scope.unsafeByDesign', 'Plugins run code'],
    ['conditions without a promise', 'safeHarbour.promise', ''],
    ['a line that is too long', 'scope.inScope', 'x'.repeat(501)],
  ])('refuses %s, at its field', (_what, field, typed) => {
    expect(errorsOf({ [field]: typed })).toEqual([field])
  })

  it('says every problem at once', () => {
    expect(errorsOf({ silenceDays: '0', 'announce.delayDays': 'x', releaseKinds: [] })).toEqual([
      'announce.delayDays',
      'releaseKinds',
      'silenceDays',
    ])
  })
})

it.each([
  ['terms.scope.inScope.3', 'scope.inScope'],
  ['terms.scope.unsafeByDesign.0.behaviour', 'scope.unsafeByDesign'],
  ['businessCalendar.shutdowns.1', 'businessCalendar.shutdowns'],
  ['businessCalendar.holidays.4.name', 'businessCalendar.ownHolidays'],
  ['businessCalendar.workingHours', 'businessCalendar.workingHours.from'],
  ['businessCalendar.workingHours.to', 'businessCalendar.workingHours.to'],
  ['businessCalendar.holidayRegion.country', 'businessCalendar.holidayRegion'],
  ['respond.hours', 'respond.hours'],
])('the field of %s is %s', (path, field) => {
  expect(fieldOfPath(path)).toBe(field)
  expect(Object.keys(form)).toContain(field)
})
