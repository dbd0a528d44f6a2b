import { defaultTerms } from '@/domain/policies/default-terms'
import { development, series, type SeedPolicy } from './seed-policy'

/** No numbers: as soon as possible, and reporters who state their own terms and may publish when ignored. */
export const pedro: SeedPolicy = {
  project: {
    slug: 'pedro',
    key: 'PED',
    name: 'Pedro',
    summary: 'Command line tools for keeping notes, backups and home servers in order.',
    repository: 'https://git.example.org/pedro/toolbox',
    packages: ['pkg:pypi/pedro-toolbox'],
  },
  introduction:
    'Reporters and maintainers want the same: a fix in the hands of users before the details are public. Tell us your own disclosure terms when you report, so that both sides know the dates. Software is assessed for weaknesses before it goes into production: misconfiguration, weak authentication, poor handling of errors, leaks of sensitive data.',
  terms: {
    ...defaultTerms,
    acknowledge: null,
    respond: null,
    keepInformedEveryDays: null,
    announce: {
      delayDays: 0,
      preferredWeekdays: [],
      preferredTime: null,
      avoidHolidays: false,
      secondApproval: false,
    },
    embargo: { longestDays: null },
    backports: { lines: 'newest_only', olderMinors: 'never' },
    releaseKinds: ['patch', 'minor'],
    reportMustHave: { fields: ['description'], completeInItself: false, oneVulnerability: false },
    scope: {
      inScope: [],
      outOfScope: ['Payment for reports: there is no bounty programme'],
      unsafeByDesign: [],
      prohibitedTesting: [],
    },
    safeHarbour: null,
    channels: { mail: ['security@pedro.example.org'], plainContact: null, encryptionKeyUrl: null },
    reporterMayPublishIfIgnored: true,
    feedback: null,
  },
  lines: [
    development('>=2.0.0', '2026-03-01'),
    series('1.8.x', '>=1.8.0 <2.0.0', '2026-02-10', null),
    series('1.7.x', '>=1.7.0 <1.8.0', '2025-05-20', '2026-06-30'),
    series('1.6.x', '>=1.6.0 <1.7.0', '2024-08-15', '2025-08-31'),
  ],
}
