import type { Part, PartValues } from './parts'

/** A policy somebody could have written, and what it says. Of the promises, whatever is not listed here it does not make. */
export interface WrittenPolicy {
  name: string
  text: string
  says: { [Name in Part]?: PartValues[Name][] }
  /** Parts it contradicts itself about. */
  contradicts?: Part[]
}

const calendar = (hours: number) => ({ hours, counting: 'calendar' as const })
const business = (hours: number) => ({ hours, counting: 'business' as const })
const received = 'received' as const

/** Short policies in as many manners of writing as people have. */
export const writtenPolicies: readonly WrittenPolicy[] = [
  {
    name: 'two business days in words',
    text: `# Security

Please send vulnerabilities to <security@example.org>. We will acknowledge your report within two business days.`,
    says: { acknowledge: [business(48)], mail: ['security@example.org'] },
  },
  {
    name: 'a range of hours, of which the longer counts',
    text: `## Reporting
E-mail security [at] example [dot] org. You will receive a response within 24-48 hours.`,
    says: { acknowledge: [calendar(48)], mail: ['security@example.org'] },
  },
  {
    name: 'three working days and a week, with a spoken address',
    text: `Security Policy
===============

Write to security AT example DOT org and we confirm receipt within three working days.
Within a week you get our assessment of the problem.`,
    says: {
      acknowledge: [business(72)],
      respond: [{ ...calendar(168), countedFrom: received }],
      mail: ['security@example.org'],
    },
  },
  {
    name: 'an evaluation within business days, and a fix as soon as possible',
    text: `# Security policy
If you find a vulnerability, mail it to security&#64;example.org. We will respond to your report within 3 business days
with our evaluation of the report and an expected resolution date. If the issue is confirmed, we will release a patch as
soon as possible depending on complexity.`,
    says: { respond: [{ ...business(72), countedFrom: received }], mail: ['security@example.org'] },
  },
  {
    name: 'no promise at all',
    text: `# Security
This is a hobby project. We do not promise to respond within any particular time, and there is no guarantee that a problem gets fixed within 90 days.
Contact: maintainer(at)example(dot)com`,
    says: { acknowledge: [null], respond: [null], fix: [null], mail: ['maintainer@example.com'] },
  },
  {
    name: 'a negated number',
    text: `We cannot guarantee a response within 48 hours. Reports go to sec@example.org.`,
    says: { acknowledge: [null], mail: ['sec@example.org'] },
  },
  {
    name: 'an aim is not a promise, but is shown',
    text: `We aim to acknowledge reports within 72 hours, although this is not guaranteed. Send them to sec@example.org.`,
    says: { acknowledge: [calendar(72)] },
  },
  {
    name: 'a table of times',
    text: `# Security

| Stage | We take no longer than |
|-------|------------------------|
| Acknowledgement | 48 hours |
| Triage | 5 business days |
| Status updates | every 2 weeks |
| Fix for critical problems | 30 days |`,
    says: {
      acknowledge: [calendar(48)],
      respond: [{ ...business(120), countedFrom: received }],
      keepInformed: [14],
      fix: [{ ...calendar(720), severity: 'critical' }],
    },
  },
  {
    name: 'times of a fix by severity',
    text: `## Response targets
| Severity | Time to fix |
| :--- | ---: |
| Critical | 7 days |
| High | 30 days |
| Low | 90 days |`,
    says: {
      fix: [
        { ...calendar(168), severity: 'critical' },
        { ...calendar(720), severity: 'high' },
        { ...calendar(2160), severity: 'low' },
      ],
    },
  },
  {
    name: 'supported versions by signs',
    text: `# Security Policy
## Supported Versions
| Version | Supported          |
| ------- | ------------------ |
| 5.1.x   | :white_check_mark: |
| 5.0.x   | ❌ |
| 4.0.x   | ✓ |
| < 4.0   | ✗ |`,
    says: {
      supportedVersions: [
        { versions: '5.1.x', isSupported: true },
        { versions: '5.0.x', isSupported: false },
        { versions: '4.0.x', isSupported: true },
        { versions: '< 4.0', isSupported: false },
      ],
    },
  },
  {
    name: 'supported versions by words',
    text: `### Supported releases

Release | Status | Since
--- | --- | ---
3.x | Supported | 2025
2.x | Security fixes only | 2023
1.x | End of life | 2020
0.x | no | 2018`,
    says: {
      supportedVersions: [
        { versions: '3.x', isSupported: true },
        { versions: '2.x', isSupported: true },
        { versions: '1.x', isSupported: false },
        { versions: '0.x', isSupported: false },
      ],
    },
  },
  {
    name: 'only the latest release, after which nothing is backported',
    text: `Only the latest release receives security updates. We do not backport fixes to older branches.`,
    says: { backports: ['newest_only'] },
  },
  {
    name: 'private reports on the code host, and a fingerprint in groups',
    text: `# Reporting
Use [private vulnerability reporting](https://github.com/example/thing/security/advisories/new).

Or encrypt your mail to psirt@example.org with our [PGP key](https://example.org/.well-known/key.asc), fingerprint:

\`\`\`
0123 4567 89AB CDEF 0123  4567 89AB CDEF 0123 4567
\`\`\``,
    says: {
      privateReporting: ['https://github.com/example/thing/security/advisories/new'],
      mail: ['psirt@example.org'],
      encryptionKey: ['https://example.org/.well-known/key.asc'],
      fingerprint: ['0123456789ABCDEF0123456789ABCDEF01234567'],
    },
  },
  {
    name: 'a long key id, a short one, and a commit that is none',
    text: `Encrypt with GPG key 0xDEADBEEFCAFEF00D (short: 0xCAFEF00D).

The policy was written in commit 0123456789abcdef0123456789abcdef01234567.`,
    says: { fingerprint: ['DEADBEEFCAFEF00D', 'CAFEF00D'] },
  },
  {
    name: 'an embargo of ninety days',
    text: `## Disclosure
We ask you to keep the vulnerability confidential for up to 90 days. Advisories are published two weeks after the fix was released.`,
    says: { embargo: [90], announceDelay: [14] },
  },
  {
    name: 'a disclosure deadline with a hyphen',
    text: `We follow a 90-day disclosure deadline. Once a fix is released, we publish an advisory.`,
    says: { embargo: [90], announceDelay: [0] },
  },
  {
    name: 'two embargoes that differ',
    text: `# Policy
Please do not disclose the problem publicly for 60 days.

# Timeline
We publicly disclose vulnerabilities 90 days after the report.`,
    says: { embargo: [60, 90] },
    contradicts: ['embargo'],
  },
  {
    name: 'safe harbour under its heading',
    text: `## Safe harbor
- Act in good faith.
- Do not access data of others.

If you follow these guidelines, we will not take legal action against you.`,
    says: {
      safeHarbourConditions: ['Act in good faith.', 'Do not access data of others.'],
      safeHarbourPromise: ['If you follow these guidelines, we will not take legal action against you.'],
    },
  },
  {
    name: 'no safe harbour',
    text: `We cannot offer safe harbor for testing systems of our customers.`,
    says: {},
  },
  {
    name: 'scope in two lists',
    text: `## In scope
* The command line
* The web server

## Out of scope
* Denial of service. We know that large files are slow.
* Anything under \`examples/\``,
    says: {
      inScope: ['The command line', 'The web server'],
      outOfScope: ['Denial of service. We know that large files are slow.', 'Anything under examples/'],
    },
  },
  {
    name: 'scope in bold lines and lead-ins',
    text: `**Scope**

This policy covers all packages of the example organisation.

The following are not considered vulnerabilities:

1. Missing headers on example.org
2. Self-XSS`,
    says: {
      inScope: ['This policy covers all packages of the example organisation.'],
      outOfScope: ['Missing headers on example.org', 'Self-XSS'],
    },
  },
  {
    name: 'prohibited testing',
    text: `## Rules
Social engineering and physical attacks are prohibited. Please do not run denial of service tests against our servers.`,
    says: {
      prohibitedTesting: [
        'Social engineering and physical attacks are prohibited.',
        'Please do not run denial of service tests against our servers.',
      ],
    },
  },
  {
    name: 'what a report must include, as a list',
    text: `When you report a vulnerability, please include:

- A description of the issue
- The impact: what an attacker could do
- Steps to reproduce, ideally a proof of concept
- Affected versions
- How we can reach you`,
    says: {
      reportFields: ['description', 'impact', 'contact'],
      reportOptional: ['reproduction', 'affected versions'],
    },
  },
  {
    name: 'one vulnerability per report, in the body',
    text: `Send a separate report for each vulnerability. Put everything into the mail, not behind links or in attachments.`,
    says: { oneVulnerability: [true], completeInItself: [true] },
  },
  {
    name: 'working time with a loose zone',
    text: `Our business hours are Monday to Friday, 9am to 5pm CET, excluding public holidays in Germany. We reply within one business day.`,
    says: {
      acknowledge: [business(24)],
      workingDays: [[1, 2, 3, 4, 5]],
      workingHours: [{ from: '09:00', to: '17:00' }],
      timeZone: ['Europe/Berlin'],
      holidayRegion: ['DE'],
    },
  },
  {
    name: 'working time by an exact zone',
    text: `Office hours: Mon–Thu 08:30–16:00 (Asia/Tokyo).`,
    says: {
      workingDays: [[1, 2, 3, 4]],
      workingHours: [{ from: '08:30', to: '16:00' }],
      timeZone: ['Asia/Tokyo'],
    },
  },
  {
    name: 'credit on request and no bounty',
    text: `We credit reporters in the advisory if you wish. We do not offer a bug bounty or any other payment.`,
    says: { credit: ['on_request'], bounty: ['none'] },
  },
  {
    name: 'credit always and a bounty',
    text: `Reporters are credited unless they prefer to stay anonymous. Our bug bounty program pays for valid findings.`,
    says: { credit: ['always'], bounty: ['offered'] },
  },
  {
    name: 'publishing when ignored',
    text: `If we have not responded within 30 days, you may publish your findings.`,
    says: { mayPublish: [true], acknowledge: [calendar(720)] },
  },
  {
    name: 'a nudge is not a second promise',
    text: `You should receive a response within 24 hours. If for some reason you do not receive one within 3 days, please follow up.
Mail: [security team](mailto:security%40example.org)`,
    says: { acknowledge: [calendar(24)], mail: ['security@example.org'] },
  },
  {
    name: 'acknowledged, then counted from there',
    text: `We acknowledge reports within 24 hours. A detailed response follows within 5 business days of the acknowledgement, with weekly updates after that.`,
    says: {
      acknowledge: [calendar(24)],
      respond: [{ ...business(120), countedFrom: 'acknowledged' }],
    },
  },
  {
    name: 'news every week',
    text: `We will keep you updated about our progress at least every 7 days.`,
    says: { keepInformed: [7] },
  },
  {
    name: 'weekly news without a number',
    text: `While we work on it you get weekly status updates.`,
    says: { keepInformed: [7] },
  },
  {
    name: 'silence of the reporter',
    text: `If you do not answer our questions for 3 weeks, we go on without you.`,
    says: { silence: [21] },
  },
  {
    name: 'two acknowledgements that differ',
    text: `# One
The team acknowledges reports within 24 hours.

# Two
The team acknowledges reports within three (3) business days.`,
    says: { acknowledge: [calendar(24), business(72)] },
    contradicts: ['acknowledge'],
  },
  {
    name: 'code of others goes upstream, and ours to all supported branches',
    text: `Vulnerabilities in third-party dependencies should be reported directly to their maintainers.
Fixes are applied to all supported branches. Security fixes are released as patch versions.`,
    says: { thirdParty: [true], backports: ['every_supported'], releaseKinds: [['patch']] },
  },
  {
    name: 'days on which advisories come out',
    text: `Security advisories are published on Tuesdays or Wednesdays at 14:00 UTC. We avoid publishing advisories around holidays. Every advisory is reviewed by a second maintainer.`,
    says: {
      preferredWeekdays: [[2, 3]],
      preferredTime: ['14:00'],
      avoidHolidays: [true],
      secondApproval: [true],
    },
  },
  {
    name: 'weekends that do not count',
    text: `Acknowledgement: 72 hours, excluding weekends and holidays.`,
    says: { acknowledge: [business(72)], holidaysExcluded: [true] },
  },
  {
    name: 'spans that promise nothing to reporters',
    text: `Each release is supported for 12 months. Our key is valid for 2 years. We reviewed 40 reports in the last 6 months. We keep logs for 30 days.`,
    says: {},
  },
  {
    name: 'HTML in place of Markdown',
    text: `<h2>Reporting</h2>
<p>Write to <a href="mailto:security@example.org">our team</a>.<br>We answer within&nbsp;<b>2&nbsp;days</b>.</p>`,
    says: { acknowledge: [calendar(48)], mail: ['security@example.org'] },
  },
  {
    name: 'older minor versions on request',
    text: `Older minor versions only get a backported fix when somebody requests it and shows what breaks.`,
    says: { olderMinors: ['on_request'] },
  },
  {
    name: 'unsafe by design, with its place',
    text: `## Unsafe by design
- Plugins run any code (documented at https://docs.example.org/plugins)
- [Templates](https://docs.example.org/templates) are programs`,
    says: {
      unsafeByDesign: [
        { behaviour: 'Plugins run any code', documentedAt: 'https://docs.example.org/plugins' },
        { behaviour: 'Templates are programs', documentedAt: 'https://docs.example.org/templates' },
      ],
    },
  },
  {
    name: 'the two newest minor releases are several lines, not what fixes ship as',
    text: `Security updates are provided for the two most recent minor releases only.`,
    says: { backports: ['every_supported'] },
  },
  {
    name: 'going public after a wait, or at once when nobody answers',
    text: `Please wait 45 days before going public. If we don't get back to you in two weeks, feel free to publish.`,
    says: { embargo: [45], mayPublish: [true], acknowledge: [calendar(336)] },
  },
  {
    name: 'an address within a link to a key server is no contact',
    text: `Our public key: https://keys.openpgp.org/search?q=security@example.org`,
    says: { encryptionKey: ['https://keys.openpgp.org/search?q=security@example.org'], mail: [] },
  },
  {
    name: 'short negations count as much as long ones',
    text: `We don't backport fixes. We can't offer safe harbor. Crashes of the examples aren't considered vulnerabilities. We don't guarantee any response times.`,
    says: {
      backports: ['newest_only'],
      outOfScope: ["Crashes of the examples aren't considered vulnerabilities."],
      acknowledge: [null],
      respond: [null],
    },
  },
]
