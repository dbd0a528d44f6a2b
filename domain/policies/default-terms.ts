import type { PolicyTerms } from './terms'

/**
 * What a new project starts from: promises a small team keeps, in the range of FIRST's and OpenSSF's advice
 * (acknowledge within two working days, answer within a week, disclose within 90 days). Holidays are added with a region.
 */
export const defaultTerms: PolicyTerms = {
  acknowledge: { hours: 48, counting: 'business' },
  respond: { hours: 120, counting: 'business', countedFrom: 'received' },
  keepInformedEveryDays: 14,
  businessCalendar: {
    timeZone: 'UTC',
    workingDays: [1, 2, 3, 4, 5],
    workingHours: null,
    holidayRegion: null,
    holidays: [],
    shutdowns: [],
  },
  announce: {
    delayDays: 0,
    preferredWeekdays: [2, 3, 4],
    preferredTime: '14:00',
    avoidHolidays: true,
    secondApproval: false,
  },
  embargo: { longestDays: 90 },
  backports: { lines: 'every_supported', olderMinors: 'never' },
  releaseKinds: ['patch', 'minor'],
  reportMustHave: { fields: ['description', 'impact'], completeInItself: true, oneVulnerability: true },
  scope: { inScope: [], outOfScope: [], unsafeByDesign: [], prohibitedTesting: [] },
  safeHarbour: {
    conditions: [
      'You act in good faith and only as far as needed to show the problem.',
      'You do not read, change or keep data of others, and tell us at once if you came across any.',
      'You do not disturb the service of others.',
      'You keep the problem private until the agreed date.',
    ],
    promise:
      'If you keep to these conditions we regard your research as authorised, take no legal action against you, and say so to others who might.',
  },
  channels: { mail: [], plainContact: null, encryptionKeyUrl: null },
  reporterMayPublishIfIgnored: false,
  silenceDays: 14,
  feedback: null,
}
