import type { Part, PartValues } from './parts'

/** A sentence of a policy, and everything it promises. Parts in `unsure` are shown for a person to confirm, all others plainly said. */
export interface WrittenSentence {
  text: string
  says: { [Name in Part]?: PartValues[Name][] }
  unsure?: Part[]
}

const calendar = (hours: number) => ({ hours, counting: 'calendar' as const })
const business = (hours: number) => ({ hours, counting: 'business' as const })
const received = (hours: number) => ({ ...calendar(hours), countedFrom: 'received' as const })
const fixedIn = (hours: number, severity: string | null = null) => ({ ...calendar(hours), severity })

const hint = (hours: number) => ({
  says: { acknowledge: [calendar(hours)] },
  unsure: ['acknowledge' as const],
})

/** The reporter waits for the team: no promise of the reporter, and no plain one of the team. */
const waiting: readonly WrittenSentence[] = [
  { text: "If you don't receive a response within 48 hours, please follow up by email.", ...hint(48) },
  {
    text: 'If you do not get a reply within 5 business days, write to us again.',
    says: { acknowledge: [business(120)] },
    unsure: ['acknowledge'],
  },
  {
    text: 'If you have not received a reply to your e-mail within 48 hours, contact the release manager.',
    ...hint(48),
  },
  {
    text: 'If you have not received a response within three working days, contact us again.',
    says: { acknowledge: [business(72)] },
    unsure: ['acknowledge'],
  },
  { text: 'If there is no reply within one week, open an issue that asks for a contact.', ...hint(168) },
  { text: 'Should you not hear back from us within 4 days, please send a reminder.', ...hint(96) },
  {
    text: 'Have you not received an answer in 3 days? No response within 72 hours means that we did not get it.',
    ...hint(72),
  },
  {
    text: 'If you do not receive a detailed response within 10 days, please ask.',
    says: { respond: [received(240)] },
    unsure: ['respond'],
  },
  {
    text: 'If you do not respond to our questions within 30 days, we close the report.',
    says: { silence: [30] },
  },
  {
    text: 'If the reporter becomes unresponsive for 14 days, we go on without an answer.',
    says: { silence: [14] },
  },
  { text: 'If we do not hear back from you within 3 weeks, we go on with the fix.', says: { silence: [21] } },
  {
    text: 'If the issue is not fixed within 90 days, we will publish the details.',
    says: { embargo: [90] },
    unsure: ['embargo'],
  },
]

const announcing: readonly WrittenSentence[] = [
  {
    text: 'One week after the patch is released, we publish a security advisory.',
    says: { announceDelay: [7] },
  },
  {
    text: 'Seven days after the fix is released we will publish the full details.',
    says: { announceDelay: [7] },
  },
  { text: 'We wait 14 days after the fix before we publish the details.', says: { announceDelay: [14] } },
  {
    text: 'After a patch is available we give users 30 days before full disclosure.',
    says: { announceDelay: [30] },
  },
  {
    text: 'There is a delay of 14 days between the patch release and the publication of the advisory.',
    says: { announceDelay: [14] },
  },
  { text: 'Details are withheld for 30 days after a patch is available.', says: { announceDelay: [30] } },
  {
    text: 'Once the fixed version is out, we wait two weeks before disclosing the vulnerability.',
    says: { announceDelay: [14] },
  },
  {
    text: 'We release the patch and then wait 10 days until we publish the advisory.',
    says: { announceDelay: [10] },
  },
  { text: 'The advisory is published no earlier than 7 days after the fix.', says: { announceDelay: [7] } },
  {
    text: 'Please do not disclose the vulnerability until 30 days after a fix has been released.',
    says: { announceDelay: [30] },
  },
  {
    text: 'We hold the advisory back for two weeks after the fixed version is out.',
    says: { announceDelay: [14] },
  },
  {
    text: 'We publish the advisory no later than 7 days after the fix.',
    says: { announceDelay: [0] },
    unsure: ['announceDelay'],
  },
  {
    text: 'The advisory is published within one week of the fix.',
    says: { announceDelay: [0] },
    unsure: ['announceDelay'],
  },
  {
    text: 'We publicly disclose 90 days after the report or when a fix is released, whichever comes first.',
    says: { embargo: [90], announceDelay: [0] },
    unsure: ['announceDelay'],
  },
  {
    text: 'We disclose 90 days after the report or 30 days after the fix, whichever is later.',
    says: { embargo: [90], announceDelay: [30] },
    unsure: ['embargo', 'announceDelay'],
  },
  {
    text: '### When will it be disclosed?\nThirty days after a fix is available.',
    says: { announceDelay: [30] },
  },
  { text: 'We notify our distributors 7 days before we publish the advisory.', says: {} },
  { text: 'Our advisories carry a CVE; a version is maintained for 12 months after its release.', says: {} },
]

const embargoes: readonly WrittenSentence[] = [
  {
    text: 'Please give us at least 90 days to fix the issue before disclosing it publicly.',
    says: { embargo: [90] },
  },
  {
    text: 'We ask that you give us 90 days to address the vulnerability before you go public.',
    says: { embargo: [90] },
  },
  {
    text: 'Before you disclose anything publicly, please allow us 60 days to release a fix.',
    says: { embargo: [60] },
  },
  { text: 'We do not accept embargoes longer than 90 days.', says: { embargo: [90] } },
  { text: 'Embargoes must not exceed 14 days.', says: { embargo: [14] } },
  { text: 'We do not accept embargoes.', says: {} },
  {
    text: 'Please keep the vulnerability confidential for one hundred and twenty days.',
    says: { embargo: [120] },
  },
  { text: 'Please give us 30 days to fix the issue.', says: { embargo: [30] }, unsure: ['embargo'] },
  {
    text: 'We will fix the problem within 30 days, before we publish anything.',
    says: { fix: [fixedIn(720)] },
  },
  { text: 'Please notify us 14 days before publishing.', says: {} },
]

const answering: readonly WrittenSentence[] = [
  {
    text: 'We acknowledge your report within forty-eight hours and send a detailed response within ninety-six hours.',
    says: { acknowledge: [calendar(48)], respond: [received(96)] },
  },
  {
    text: 'You will receive an acknowledgement within thirty-six hours.',
    says: { acknowledge: [calendar(36)] },
  },
  {
    text: 'We will acknowledge your report within 5 (five) business days.',
    says: { acknowledge: [business(120)] },
  },
  {
    text: 'We will acknowledge your report within 5 (three) business days.',
    says: { acknowledge: [business(120)] },
    unsure: ['acknowledge'],
  },
  { text: 'We acknowledge every report within 24h-48h.', says: { acknowledge: [calendar(48)] } },
  { text: 'We acknowledge every report in 24 hours to 48 hours.', says: { acknowledge: [calendar(48)] } },
  { text: 'We reply within 2 US business days.', says: { acknowledge: [business(48)] } },
  { text: 'We will do our best to acknowledge within 48 hours.', ...hint(48) },
  { text: 'We try to acknowledge within 48 hours.', ...hint(48) },
  { text: 'On average, reports are acknowledged in 3 days.', ...hint(72) },
  { text: 'We respond within ~48 hours.', ...hint(48) },
  { text: 'It may take longer than 48 hours until we acknowledge a report.', ...hint(48) },
  {
    text: 'It never takes longer than 48 hours until we acknowledge a report.',
    says: { acknowledge: [calendar(48)] },
  },
  {
    text: 'We aim to acknowledge reports within 24 hours and to send a detailed response within 72 hours.',
    says: { acknowledge: [calendar(24)], respond: [received(72)] },
    unsure: ['acknowledge', 'respond'],
  },
  { text: 'We aim for the following: acknowledge reports within 24 hours.', ...hint(24) },
  { text: 'Enterprise customers receive a response within 4 hours.', ...hint(4) },
  { text: 'Critical vulnerabilities are acknowledged within 24 hours.', ...hint(24) },
  {
    text: 'Reports that are not written in English are answered within 10 days.',
    says: { acknowledge: [null] },
    unsure: ['acknowledge'],
  },
  {
    text: 'We will analyze your report within 5 days and tell you the result.',
    says: { respond: [received(120)] },
  },
  {
    text: 'Each report is acknowledged and analyzed by the team within 3 working days.',
    says: { acknowledge: [business(72)], respond: [{ ...business(72), countedFrom: 'received' }] },
    unsure: ['acknowledge'],
  },
  {
    text: 'The security team will send a response indicating the next steps within 2 business days (US holidays excluded).',
    says: {
      respond: [{ ...business(48), countedFrom: 'received' }],
      holidaysExcluded: [true],
      outOfScope: [],
    },
  },
  { text: 'While we work on it, we will send you status updates every week.', says: { keepInformed: [7] } },
  { text: 'You will receive an update once a week.', says: { keepInformed: [7] } },
  { text: 'We send you progress updates every other week.', says: { keepInformed: [14] } },
  { text: 'Our hotline answers 24 hours a day, 7 days a week.', says: {} },
  { text: 'Security updates are provided for 18 months after the release.', says: {} },
  {
    text: 'We fix critical vulnerabilities within 7 days, high within 30 days and medium within 90 days.',
    says: { fix: [fixedIn(168, 'critical'), fixedIn(720, 'high'), fixedIn(2160, 'medium')] },
  },
  {
    text: 'Critical, high and low problems are fixed within 7, 30 and 90 days.',
    says: { fix: [fixedIn(2160, 'low')] },
    unsure: ['fix'],
  },
]

/** What names a span and promises nothing, or less than it seems to. */
const seeming: readonly WrittenSentence[] = [
  { text: 'We have responded to every report within 24 hours since 2019.', ...hint(24) },
  { text: 'Our bot will close stale issues after 30 days without a response.', says: {} },
  { text: 'Please respond to our questions within 5 days.', says: {} },
  { text: 'Reporters should acknowledge the terms within 7 days.', says: {} },
  { text: 'You have 14 days to respond to our questions before we go on.', says: {} },
  { text: 'You should receive an answer within 3 days.', says: { acknowledge: [calendar(72)] } },
  {
    text: 'Allow us 2 weeks to investigate before sharing your findings with anyone.',
    says: { embargo: [14] },
  },
  { text: 'We will notify you within 24 hours of a fix.', says: {} },
  {
    text: 'Public disclosure happens 30 days after the fix or 120 days after the report, whichever comes first.',
    says: { announceDelay: [30], embargo: [120] },
    unsure: ['announceDelay'],
  },
  { text: 'We triage new reports once a week.', says: {} },
  { text: 'The embargo is at least 14 days and at most 90 days.', says: { embargo: [14, 90] } },
  { text: 'We announce security releases 5 days ahead.', says: {} },
  {
    text: 'Acknowledgment (24h), triage (72h), fix (30d), disclosure (90d).',
    says: { acknowledge: [calendar(24)], respond: [received(72)], fix: [fixedIn(720)], embargo: [90] },
  },
  { text: 'Fixes are backported for 2 years.', says: {} },
  { text: 'Payment is made within 45 days of the resolution.', says: {} },
  { text: 'You should hear back within a day or two.', ...hint(48) },
  { text: 'Reports are acknowledged within 1 hour by an automatic reply.', ...hint(1) },
  { text: 'The advisory will be published in 7 days.', says: { embargo: [7] }, unsure: ['embargo'] },
  {
    text: '| Phase | Duration |\n|---|---|\n| Receipt | 24h |\n| Fix | 14 days for high, 60 days otherwise |\n| Disclosure | 7 days post-fix |',
    says: { acknowledge: [calendar(24)], fix: [fixedIn(336, 'high'), fixedIn(1440)], announceDelay: [7] },
  },
  {
    text: '- Fix: 30 days (critical), 90 days (others)',
    says: { fix: [fixedIn(720, 'critical'), fixedIn(2160)] },
  },
  {
    text: 'Within 14 days we have a fix ready, and 7 days after that we disclose it.',
    says: { fix: [fixedIn(336)], embargo: [7] },
    unsure: ['embargo'],
  },
  {
    text: 'E-mails to info@example.org are not monitored, and please do not mail sales@example.org.',
    says: { mail: [] },
  },
  { text: 'We embargo fixes for up to 5 days while distros prepare them.', says: {} },
  {
    text: 'We guarantee a response in no more than 5 business days.',
    says: { acknowledge: [business(120)] },
  },
  { text: 'We credit nobody.', says: { credit: ['none'] } },
  { text: 'Tokens expire after 30 days, and passwords after 90 days.', says: {} },
  { text: 'This policy is reviewed every 12 months.', says: {} },
]

/** Sentences of policies as people write them, each on its own. */
// prettier-ignore
export const writtenSentences: readonly WrittenSentence[] = [...waiting, ...announcing, ...embargoes, ...answering, ...seeming]
