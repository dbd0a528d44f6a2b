import type { WrittenPolicy } from './written-policies'

const calendar = (hours: number) => ({ hours, counting: 'calendar' as const })
const business = (hours: number) => ({ hours, counting: 'business' as const })
const received = 'received' as const

/** Whole policies in the styles that companies, hobbyists, lawyers and templates write, and what a careful person reads in each. */
export const wholePolicies: readonly (WrittenPolicy & { unsure?: WrittenPolicy['contradicts'] })[] = [
  {
    name: 'a company with product names and a team address',
    text: `# Security at Northwind Instruments

Northwind Instruments takes the security of its products seriously. This page explains how to tell us about a weakness in our
software, and what we do then.

## How to report

Send an encrypted e-mail to **psirt@northwind.example**. Our [PGP key](https://northwind.example/psirt.asc) has the fingerprint
\`A1B2 C3D4 E5F6 0718 293A  4B5C 6D7E 8F90 A1B2 C3D4\`. Please do not open a public issue, and do not contact individual engineers.

Your message should contain:

* a description of the weakness and its impact,
* the product and version,
* steps to reproduce it.

## What happens then

1. Our Product Security Incident Response Team confirms receipt of your report within one (1) business day.
2. Within ten (10) business days we tell you whether we can reproduce the issue and how severe we consider it.
3. We keep you informed at least every 14 days until the issue is closed.
4. We aim to release a fix within ninety (90) days.
5. The security bulletin is published 30 days after the fix is available, so that customers can update their instruments.

Business days are Monday to Friday, 08:00 to 17:00 (Europe/Zurich), excluding public holidays in Switzerland.

We do not run a bug bounty program. With your consent we thank you by name in the bulletin.`,
    says: {
      acknowledge: [business(24)],
      respond: [{ ...business(240), countedFrom: received }],
      keepInformed: [14],
      fix: [{ ...calendar(2160), severity: null }],
      announceDelay: [30],
      workingDays: [[1, 2, 3, 4, 5]],
      workingHours: [{ from: '08:00', to: '17:00' }],
      timeZone: ['Europe/Zurich'],
      holidayRegion: ['CH'],
      mail: ['psirt@northwind.example'],
      encryptionKey: ['https://northwind.example/psirt.asc'],
      fingerprint: ['A1B2C3D4E5F60718293A4B5C6D7E8F90A1B2C3D4'],
      reportFields: ['description', 'impact'],
      bounty: ['none'],
      outOfScope: [],
    },
    unsure: ['fix', 'holidayRegion'],
  },
  {
    name: 'a hobby project with little time',
    text: `# Security

hi! this is a small thing i write in the evenings. if you found a hole, please mail me: robin (at) tinkershed (dot) example.
i read mail about twice a week, so it can take a few days until you hear from me. i can't promise any deadlines, sorry.

if you don't hear anything within two weeks, ping me again or open an issue that says "please check your mail" without details.

only the newest release gets fixes. no money here, but i'll put your name in the changelog if you want.`,
    says: {
      acknowledge: [null],
      respond: [null],
      backports: ['newest_only'],
      mail: ['robin@tinkershed.example'],
    },
  },
  {
    name: 'the template of a code host, edited a little',
    text: `# Security Policy

## Supported Versions

Use this section to tell people about which versions of your project are
currently being supported with security updates.

| Version | Supported          |
| ------- | ------------------ |
| 5.1.x   | :white_check_mark: |
| 5.0.x   | :x:                |
| 4.0.x   | :white_check_mark: |
| < 4.0   | :x:                |

## Reporting a Vulnerability

Please go to the Security tab of this repository and click "Report a vulnerability".

You can expect an update on a reported vulnerability every two weeks, and a first answer within 7 days. If the vulnerability is
declined, we explain why within 14 days.`,
    says: {
      supportedVersions: [
        { versions: '5.1.x', isSupported: true },
        { versions: '5.0.x', isSupported: false },
        { versions: '4.0.x', isSupported: true },
        { versions: '< 4.0', isSupported: false },
      ],
      privateReporting: ['without a link'],
      keepInformed: [14],
      acknowledge: [calendar(168)],
    },
    unsure: ['privateReporting'],
  },
  {
    name: 'English and German mixed',
    text: `# Sicherheit / Security

**Deutsch:** Bitte melden Sie Schwachstellen per E-Mail an sicherheit (ät) werkbank (punkt) example. Wir bestätigen den Eingang
innerhalb von zwei Werktagen. Bitte veröffentlichen Sie die Schwachstelle nicht vor Ablauf von 90 Tagen.

**English:** Please report vulnerabilities by e-mail to sicherheit (at) werkbank (dot) example. We confirm receipt within two
working days. Please do not publish the vulnerability before 90 days have passed.`,
    says: {
      acknowledge: [business(48)],
      embargo: [90],
      mail: ['sicherheit@werkbank.example'],
    },
  },
  {
    name: 'tables and little else',
    text: `# Vulnerability handling

| What | Value |
|---|---|
| Contact | security@gridworks.example |
| Languages | English, Spanish |
| Acknowledgement | 1 business day |
| Detailed response | 5 business days |
| Status updates | every 10 days |
| Public disclosure | 14 days after the fix |
| Longest embargo | 120 days |
| Bug bounty | no |

| Branch | Bug fixes | Security fixes | Until |
|---|:-:|:-:|---|
| 8.x | ✅ | ✅ | 2029-06-30 |
| 7.x | ❌ | ✅ | 2027-06-30 |
| 6.x | ❌ | ❌ | ended |

| Severity | Fix |
|---|---|
| Critical | 5 days |
| High | 14 days |
| Medium / low | next release |`,
    says: {
      mail: ['security@gridworks.example'],
      acknowledge: [business(24)],
      respond: [{ ...business(120), countedFrom: received }],
      keepInformed: [10],
      announceDelay: [14],
      embargo: [120],
      bounty: ['none'],
      supportedVersions: [
        { versions: '8.x', isSupported: true },
        { versions: '7.x', isSupported: true },
        { versions: '6.x', isSupported: false },
      ],
      fix: [
        { ...calendar(120), severity: 'critical' },
        { ...calendar(336), severity: 'high' },
      ],
    },
  },
  {
    name: 'the words of lawyers',
    text: `COORDINATED VULNERABILITY DISCLOSURE POLICY

1. DEFINITIONS. "Vulnerability" means any defect in the Software which may compromise confidentiality, integrity or availability.

2. REPORTING. The Reporter shall submit all Vulnerabilities to disclosure@lexcode.example and shall not disclose any Vulnerability
to third parties prior to the expiry of a period of one hundred and eighty (180) days from the date of submission.

3. OBLIGATIONS OF THE COMPANY. The Company shall (a) acknowledge receipt within three (3) business days, and (b) provide a
substantive response within fifteen (15) business days of such acknowledgement. Nothing herein shall oblige the Company to remedy
a Vulnerability within any particular period.

4. NO ACTION. The Company will not pursue civil action against Reporters who comply with this policy in good faith.

5. TERM. This policy is reviewed every 12 months. Reports are retained for five (5) years.`,
    says: {
      mail: ['disclosure@lexcode.example'],
      embargo: [180],
      acknowledge: [business(72)],
      respond: [{ ...business(360), countedFrom: 'acknowledged' }],
      safeHarbourPromise: [
        'The Company will not pursue civil action against Reporters who comply with this policy in good faith.',
      ],
    },
  },
  {
    name: 'one line',
    text: `Found a security problem? Mail <mailto:sec%40oneliner.example> and you get an answer within 2-3 working days.`,
    says: { mail: ['sec@oneliner.example'], acknowledge: [business(72)] },
    unsure: ['mail'],
  },
  {
    name: 'written like a security.txt',
    text: `Contact: mailto:security@plainfields.example
Contact: https://plainfields.example/report
Encryption: https://plainfields.example/keys/security.asc
Preferred-Languages: en, fr
Acknowledgments: https://plainfields.example/thanks
Policy: https://plainfields.example/policy
Expires: 2027-12-31T23:00:00Z`,
    says: {
      mail: ['security@plainfields.example'],
      encryptionKey: ['https://plainfields.example/keys/security.asc'],
      credit: [],
    },
  },
  {
    name: 'promises as bullets, with times by severity',
    text: `# Our commitment to you

When you report a vulnerability we will:

- ✉️ acknowledge it within **24 hours**
- 🔍 send you an initial assessment within **3 business days**
- 🔁 give you status updates **every week**
- 🏅 credit you in the advisory, unless you ask us not to

Response times by severity (CVSS v3.1):

| Severity | Score | Mitigation | Patch |
|----------|-------|------------|-------|
| Critical | 9.0-10.0 | 24 hours | 7 days |
| High | 7.0-8.9 | 3 days | 30 days |
| Medium | 4.0-6.9 | best effort | 90 days |
| Low | 0.1-3.9 | - | next minor release |

In return we ask you to keep the report confidential until a patch is available, and for at most 60 days.`,
    says: {
      acknowledge: [calendar(24)],
      respond: [{ ...business(72), countedFrom: received }],
      keepInformed: [7],
      credit: ['always'],
      embargo: [60],
      fix: [
        { ...calendar(24), severity: 'critical' },
        { ...calendar(168), severity: 'critical' },
        { ...calendar(72), severity: 'high' },
        { ...calendar(720), severity: 'high' },
        { ...calendar(2160), severity: 'medium' },
      ],
      supportedVersions: [],
    },
  },
  {
    name: 'a strict ninety days',
    text: `# Disclosure deadline

We follow a 90+30 policy. Vendors and maintainers get ninety days from our report to ship a patch. If a patch ships within that
period, we publish technical details 30 days after the patch is released. If no patch ships within 90 days, we publish the details
at once. If the vulnerability is exploited in the wild, the deadline is 7 days instead.

For problems in our own tools, write to ourselves@deadline.example. We reply the next business day.`,
    says: {
      embargo: [90, 7],
      announceDelay: [30],
      acknowledge: [business(24)],
      mail: ['ourselves@deadline.example'],
    },
    contradicts: ['embargo'],
    unsure: ['acknowledge'],
  },
  {
    name: 'a numbering authority of its own',
    text: `# Product security

Acorn Systems is a CVE Numbering Authority (CNA) and assigns CVE IDs for vulnerabilities in its own products. A CVE ID is reserved
within 72 hours of confirmation, and the CVE record is published within 24 hours of public disclosure.

Reports: https://acorn.example/psirt/report or psirt [at] acorn [dot] example (key id 0x1122334455667788).

- Initial response: two business days
- Triage complete: seven business days
- Coordination with other vendors: up to 45 days of embargo

Vulnerabilities in third-party components should be reported to their maintainers or to the CNA that covers them.`,
    says: {
      acknowledge: [business(48)],
      respond: [{ ...business(168), countedFrom: received }],
      embargo: [45],
      mail: ['psirt@acorn.example'],
      fingerprint: ['1122334455667788'],
      thirdParty: [true],
    },
    unsure: ['fingerprint'],
  },
  {
    name: 'a list of what earns no bounty',
    text: `# Bug bounty: please read first

We run a private bug bounty. Rewards are paid within 30 days after a fix has been verified. Reports are triaged within 5 working days.

## Rules

- Do not access, change or delete data of others.
- No denial of service, no spam, no social engineering of our staff.
- One issue per report. Reports that bundle several issues are closed after 7 days.

## Not eligible

- Self-XSS
- Missing security headers without a demonstrated impact
- Issues in versions older than 12 months
- Anything disclosed publicly within 24 hours of being reported

To report: support AT bountyfarm DOT example`,
    says: {
      respond: [{ ...business(120), countedFrom: received }],
      oneVulnerability: [true],
      bounty: ['offered'],
      mail: ['support@bountyfarm.example'],
      outOfScope: [
        'Self-XSS',
        'Missing security headers without a demonstrated impact',
        'Issues in versions older than 12 months',
        'Anything disclosed publicly within 24 hours of being reported',
      ],
    },
  },
  {
    name: 'questions and answers',
    text: `# Security FAQ

### Where do I report?
Through [the private form](https://github.com/example/kettle/security/advisories/new), please.

### When will I hear from you?
Usually the same day, at the latest after two business days.

### How long will a fix take?
That depends. Most problems are fixed in two to four weeks.

### May I write about it?
Of course, but please wait until two weeks after the release with the fix.

### What if you do not answer?
If you have heard nothing from us after 30 days, you may publish what you found.

### Which versions do you fix?
The last two minor releases. Older ones get nothing.`,
    says: {
      privateReporting: ['https://github.com/example/kettle/security/advisories/new'],
      announceDelay: [14],
      mayPublish: [true],
      acknowledge: [calendar(24), business(48)],
      fix: [{ ...calendar(672), severity: null }],
      backports: ['every_supported'],
    },
    contradicts: ['acknowledge'],
    unsure: ['fix', 'backports'],
  },
]
