import { defaultTerms } from '@/domain/policies/default-terms'
import { development, series, type SeedPolicy } from './seed-policy'

/**
 * Its original text contradicts itself, 48 h + 48 h in one section and 48 h + 96 h in another: this one follows the second.
 * One vulnerability per report, documented unsafe behaviour, a safe harbour with conditions.
 */
export const artOfTech: SeedPolicy = {
  project: {
    slug: 'art-of-tech',
    key: 'ART',
    name: 'Art of Tech',
    summary: 'A plugin host for static sites, its command line, and the services around them.',
    repository: 'https://git.example.org/art-of-tech/host',
    packages: ['pkg:npm/%40art-of-tech/host', 'pkg:npm/%40art-of-tech/cli'],
  },
  introduction:
    'Keeping users safe comes first, and researchers from outside are welcome. If you cannot tell whether something is a security problem or an ordinary bug, send it here. When it helps, we share the draft of the advisory with you.',
  terms: {
    ...defaultTerms,
    acknowledge: { hours: 48, counting: 'calendar' },
    respond: { hours: 96, counting: 'calendar', countedFrom: 'received' },
    keepInformedEveryDays: 14,
    announce: {
      delayDays: 0,
      preferredWeekdays: [2, 3, 4],
      preferredTime: '15:00',
      avoidHolidays: true,
      secondApproval: true,
    },
    embargo: { longestDays: 90 },
    backports: { lines: 'every_supported', olderMinors: 'never' },
    releaseKinds: ['patch', 'minor'],
    reportMustHave: { fields: ['description', 'impact'], completeInItself: true, oneVulnerability: true },
    scope: {
      inScope: ['Any software, service or website that Art of Tech runs or publishes'],
      outOfScope: ['Third-party modules: report these to whoever maintains them'],
      unsafeByDesign: [
        {
          behaviour: 'A plugin runs any code its author wrote, with the rights of the build',
          documentedAt: 'https://docs.example.org/art-of-tech/plugins#trust',
        },
        {
          behaviour: 'The option allowRawHtml puts text into pages as it is',
          documentedAt: 'https://docs.example.org/art-of-tech/options#allow-raw-html',
        },
      ],
      prohibitedTesting: ['Social engineering of any kind: by mail, by telephone, by text message'],
    },
    safeHarbour: {
      conditions: [
        'You make an honest effort to protect privacy, to destroy no data, and to disturb no service.',
        'You use only accounts of your own, or those whose holder agreed.',
        'When you come across personal data you stop, tell us at once, and delete your copies.',
        'You give us reasonable time to resolve the problem before you tell anybody else.',
        'You ask us before you test in a way that these conditions do not cover.',
      ],
      promise:
        'We treat what you do under these conditions as authorised. We bring no civil claim and make no complaint to the police, and if somebody else takes legal steps against you we help as far as we can.',
    },
    channels: { mail: ['security@art-of-tech.example.org'], plainContact: null, encryptionKeyUrl: null },
    feedback: 'https://git.example.org/art-of-tech/policy/pulls',
  },
  lines: [
    development('>=6.0.0', '2026-07-01'),
    series('5.x', '>=5.0.0 <6.0.0', '2026-04-21', null),
    series('4.x', '>=4.0.0 <5.0.0', '2025-04-08', '2027-04-30'),
    series('3.x', '>=3.0.0 <4.0.0', '2024-03-19', '2027-01-31'),
    series('2.x', '>=2.0.0 <3.0.0', '2022-10-11', '2025-10-31'),
  ],
}
