import { defaultTerms } from '@/domain/policies/default-terms'
import { development, series, type SeedPolicy } from './seed-policy'

/** Quick promises by the clock on the wall, the whole report in the body, fixes to npm for everything maintained. */
export const mantoso: SeedPolicy = {
  project: {
    slug: 'mantoso',
    key: 'MAN',
    name: 'Mantoso',
    summary: 'Small building blocks for Node.js services: configuration, queues and retries.',
    repository: 'https://git.example.org/mantoso/mantoso',
    packages: ['pkg:npm/%40mantoso/config', 'pkg:npm/%40mantoso/queue'],
  },
  introduction:
    'Any line of code can hold a weakness. We would rather hear of ours early, and we thank whoever takes the trouble to tell us. Alerts about the packages we depend on reach us from GitHub and Dependabot.',
  terms: {
    ...defaultTerms,
    acknowledge: { hours: 24, counting: 'calendar' },
    respond: { hours: 48, counting: 'calendar', countedFrom: 'received' },
    keepInformedEveryDays: 14,
    announce: {
      delayDays: 0,
      preferredWeekdays: [],
      preferredTime: null,
      avoidHolidays: false,
      secondApproval: false,
    },
    embargo: { longestDays: 90 },
    backports: { lines: 'every_supported', olderMinors: 'never' },
    releaseKinds: ['patch', 'minor'],
    reportMustHave: { fields: ['description', 'impact'], completeInItself: true, oneVulnerability: true },
    scope: {
      inScope: ['The packages published under @mantoso on npm'],
      outOfScope: ['Third-party modules: report these to whoever maintains them'],
      unsafeByDesign: [],
      prohibitedTesting: [],
    },
    safeHarbour: null,
    channels: { mail: ['security@mantoso.example.org'], plainContact: null, encryptionKeyUrl: null },
    feedback: 'https://git.example.org/mantoso/mantoso/pulls',
  },
  lines: [
    development('>=4.0.0', '2026-06-01'),
    series('3.2.x', '>=3.2.0 <3.3.0', '2026-05-12', null),
    series('3.1.x', '>=3.1.0 <3.2.0', '2025-11-04', '2027-05-31'),
    series('2.9.x', '>=2.9.0 <3.0.0', '2024-09-17', '2027-03-31'),
    series('1.x', '>=1.0.0 <2.0.0', '2022-02-01', '2024-12-31'),
  ],
}
