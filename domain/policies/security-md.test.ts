import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultTerms } from './default-terms'
import { formWithPicks, shownParts } from './reading/picks'
import { readPolicy } from './reading/read-policy'
import { securityMd, type SecurityMd } from './security-md'
import type { PolicyTerms } from './terms'
import { formFromTerms } from './terms-fields'
import { termsFromForm } from './terms-from-form'

/** A policy that says as little as a policy can: what is read into it was written. */
const silent: PolicyTerms = {
  ...defaultTerms,
  acknowledge: null,
  respond: null,
  keepInformedEveryDays: null,
  businessCalendar: { ...defaultTerms.businessCalendar, timeZone: 'Pacific/Fiji', workingDays: [7] },
  announce: {
    delayDays: 365,
    preferredWeekdays: [],
    preferredTime: null,
    avoidHolidays: false,
    secondApproval: false,
  },
  embargo: { longestDays: null },
  releaseKinds: ['minor'],
  reportMustHave: { fields: [], completeInItself: false, oneVulnerability: false },
  safeHarbour: null,
  silenceDays: 365,
}

const file = (terms: PolicyTerms, more: Partial<SecurityMd> = {}): SecurityMd => ({
  project: 'Marmotte',
  introduction: '',
  terms,
  lines: [
    { name: '2.x', isSupported: true, until: null },
    { name: '1.x', isSupported: true, until: '2027-03-31' },
    { name: '0.x', isSupported: false, until: '2025-01-31' },
  ],
  reportUrl: 'https://desk.example.org/projects/marmotte/report',
  policyUrl: 'https://desk.example.org/projects/marmotte',
  ...more,
})

/** What reading a file gives when everything that is plain is taken. */
function readBack(written: string) {
  const reading = readPolicy(written)
  const form = formFromTerms({ terms: silent, introduction: '' })
  const shown = shownParts(reading, silent, form)
  const undecided = shown.filter(
    ({ state, choose }) => choose === 'one' && (state === 'contradiction' || state === 'unsure'),
  )
  expect(undecided.map(({ part, picks }) => [part, picks])).toEqual([])
  const preset = new Map(
    shown.map(({ part, picks }) => [part, picks.filter(({ isPreset }) => isPreset).map(({ id }) => id)]),
  )
  const filled = formWithPicks(form, reading, (part) => preset.get(part) ?? [])
  if (!filled.ok) throw new Error(JSON.stringify(filled.refusal))
  const terms = termsFromForm(filled.value)
  if (!terms.ok) throw new Error(JSON.stringify(terms.refusal))
  return { form: formFromTerms(terms.value), shown }
}

const expectRoundTrip = (terms: PolicyTerms, introduction = '') =>
  expect(readBack(securityMd(file(terms, { introduction }))).form).toEqual(
    formFromTerms({ terms, introduction: '' }),
  )

const full: PolicyTerms = {
  ...defaultTerms,
  acknowledge: { hours: 24, counting: 'calendar' },
  respond: { hours: 72, counting: 'business', countedFrom: 'acknowledged' },
  businessCalendar: {
    timeZone: 'Europe/Berlin',
    workingDays: [1, 2, 4],
    workingHours: { from: '08:30', to: '17:00' },
    holidayRegion: { country: 'DE', state: 'BY' },
    holidays: [{ date: '2026-12-24', name: 'Christmas Eve', isOwn: true }],
    shutdowns: [{ from: '2026-12-27', to: '2027-01-03', name: 'Winter break' }],
  },
  announce: {
    delayDays: 7,
    preferredWeekdays: [2, 4],
    preferredTime: '15:00',
    avoidHolidays: true,
    secondApproval: true,
  },
  backports: { lines: 'newest_only', olderMinors: 'on_request' },
  releaseKinds: ['patch'],
  reportMustHave: {
    fields: ['description', 'impact', 'contact'],
    completeInItself: true,
    oneVulnerability: true,
  },
  scope: {
    inScope: ['The packages under @marmotte', 'Our *own* sites, such as <https://example.org/a_b_c>'],
    outOfScope: ['Third-party modules: report these to whoever maintains them', '# 1 of the list'],
    unsafeByDesign: [{ behaviour: 'Templates run code', documentedAt: 'https://docs.example.org/a#b' }],
    prohibitedTesting: ['Social engineering of any kind. That includes the telephone.'],
  },
  channels: {
    mail: ['security@example.org', 'second.one@example.org'],
    plainContact: 'https://example.org/contact',
    encryptionKeyUrl: 'https://example.org/k',
  },
  reporterMayPublishIfIgnored: true,
  silenceDays: 21,
  feedback: 'policy@example.org',
}

describe('securityMd', () => {
  it('gives the terms back when it is read: the default policy', () => expectRoundTrip(defaultTerms))
  it('gives the terms back when it is read: a policy that uses every part', () => expectRoundTrip(full))
  it('gives the terms back when it is read: a policy that promises little', () =>
    expectRoundTrip({ ...silent, announce: { ...silent.announce, delayDays: 0 } }))
  it('keeps an introduction out of the terms', () =>
    expectRoundTrip(full, 'Thank you for your help.\n# Not a heading\n| not | a table |'))

  it('gives the terms back for any promise of time', () => {
    const counting = fc.constantFrom('calendar' as const, 'business' as const)
    const hours = fc.integer({ min: 1, max: 24 * 366 })
    const days = fc.integer({ min: 1, max: 365 })
    const timed = fc.record({
      acknowledge: fc.option(fc.record({ hours, counting })),
      respond: fc.option(
        fc.record({
          hours,
          counting,
          countedFrom: fc.constantFrom('received' as const, 'acknowledged' as const),
        }),
      ),
      keepInformedEveryDays: fc.option(days),
      silenceDays: days,
      embargo: fc.record({ longestDays: fc.option(days) }),
      announce: fc.record({
        delayDays: fc.integer({ min: 0, max: 365 }),
        preferredWeekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { maxLength: 6 }),
        preferredTime: fc.option(fc.constantFrom('00:00', '09:30', '23:59')),
        avoidHolidays: fc.boolean(),
        secondApproval: fc.boolean(),
      }),
      reporterMayPublishIfIgnored: fc.boolean(),
    })
    fc.assert(
      fc.property(timed, (terms) => {
        expectRoundTrip({ ...full, ...terms })
      }),
      { numRuns: 150 },
    )
  })

  it('lists the release lines as a table that is read as one', () => {
    const versions = readBack(securityMd(file(defaultTerms))).shown.find(
      ({ part }) => part === 'supportedVersions',
    )
    expect(versions?.picks.map(({ words }) => words)).toEqual([
      '2.x: supported',
      '1.x: supported',
      '0.x: not supported',
    ])
  })

  it('lets no text of a policy make headings, links or tables of its own', () => {
    const written = securityMd(
      file(
        {
          ...defaultTerms,
          scope: { ...defaultTerms.scope, inScope: ['[x](https://evil.example) <b>', '## Reporting'] },
        },
        { introduction: '# Other policy' },
      ),
    )
    expect(written).toContain('- \\[x\\](https://evil.example) \\<b\\>\n- \\## Reporting')
    expect(written).toContain('\n\\# Other policy\n')
  })
})
