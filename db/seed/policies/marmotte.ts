import { defaultTerms } from '@/domain/policies/default-terms'
import { development, series, type SeedPolicy } from './seed-policy'

/**
 * A week between the patch and the announcement. Its original text promises fixes to all supported versions and, elsewhere, to
 * the latest only: this one follows the first.
 */
export const marmotte: SeedPolicy = {
  project: {
    slug: 'marmotte',
    key: 'MAR',
    name: 'Marmotte',
    summary: 'A web application server for organisations that host their own.',
    repository: 'https://git.example.org/marmotte/marmotte',
    packages: ['pkg:npm/%40marmotte/core', 'pkg:npm/%40marmotte/server'],
  },
  introduction:
    'Thank you for helping to keep Marmotte safe. Every report gets a primary handler, who confirms the problem, classifies it, and leads the fix on the main branch and on all supported versions. The announcement says what users have to do. Ideas for a fix are welcome in your report.',
  terms: {
    ...defaultTerms,
    acknowledge: { hours: 48, counting: 'calendar' },
    respond: { hours: 96, counting: 'calendar', countedFrom: 'received' },
    keepInformedEveryDays: 14,
    businessCalendar: { ...defaultTerms.businessCalendar, timeZone: 'Europe/Paris' },
    announce: {
      delayDays: 7,
      preferredWeekdays: [2, 3, 4],
      preferredTime: '14:00',
      avoidHolidays: true,
      secondApproval: true,
    },
    embargo: { longestDays: 90 },
    backports: { lines: 'every_supported', olderMinors: 'never' },
    releaseKinds: ['patch', 'minor'],
    reportMustHave: {
      fields: ['description', 'impact', 'contact'],
      completeInItself: true,
      oneVulnerability: true,
    },
    scope: {
      inScope: ['Marmotte and the packages it is made of'],
      outOfScope: ['Versions whose support has ended'],
      unsafeByDesign: [],
      prohibitedTesting: ['Testing on installations that are not your own'],
    },
    channels: { mail: ['security@marmotte.example.org'], plainContact: null, encryptionKeyUrl: null },
    feedback: 'security@marmotte.example.org',
  },
  lines: [
    development('>=2.0.0', '2026-09-01'),
    series('1.2.x', '>=1.2.0 <1.3.0', '2026-09-01', null),
    series('1.1.x', '>=1.1.0 <1.2.0', '2026-03-03', '2027-03-31'),
    series('1.0.x', '>=1.0.0 <1.1.0', '2025-09-02', '2027-01-31'),
    series('0.9.x', '>=0.9.0 <1.0.0', '2024-11-05', '2025-12-31'),
  ],
}
