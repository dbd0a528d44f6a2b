import { promisesOf, type PolicyPromise } from './promises'
import type { BusinessCalendar, PolicyTerms } from './terms'
import { ownHolidays, regionCode } from './terms-fields'

/** A release line as the file names it; days are those of the policy's zone. */
export interface WrittenLine {
  name: string
  isSupported: boolean
  /** The last supported day, if it is known. */
  until: string | null
}

/** What a SECURITY.md is written from; every address is absolute. */
export interface SecurityMd {
  project: string
  introduction: string
  terms: PolicyTerms
  lines: readonly WrittenLine[]
  /** Where a report is sent. */
  reportUrl: string
  /** Where the policy stands and this file comes from. */
  policyUrl: string
}

/** The SECURITY.md of a project, in the words of its policy. Reading it (`readPolicy`) gives the terms back. */
export function securityMd(file: SecurityMd): string {
  const { project, introduction, terms, lines, policyUrl } = file
  const parts = [
    `# Security policy of ${escaped(project)}`,
    ...(introduction ? [introduction.split('\n').map(escaped).join('\n')] : []),
    ...reporting(file),
    '## What you can count on',
    list(promises(terms)),
    ...workingTime(terms),
    ...(lines.length > 0 ? ['## Supported versions', versions(lines)] : []),
    ...scope(terms),
    ...safeHarbour(terms),
    '## This policy',
    ...(terms.feedback ? [`Suggestions about this policy go to ${escaped(terms.feedback)}`] : []),
    `The policy in force is at <${policyUrl}>.`,
  ]
  return `${parts.join('\n\n')}\n`
}

/** Text that Markdown shows as it is. */
const escaped = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>|~&]/g, '\\$&')
    .replace(/^(\s*)([#+=-])/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)]\s)/, '$1\\$2')

const list = (entries: readonly string[]) => entries.map((entry) => `- ${entry}`).join('\n')

const asked = {
  description: 'a description of the problem',
  impact: 'its impact: what it does to users',
  contact: 'contact information, so that we can reach you',
}

function reporting({ terms: { channels, reportMustHave }, reportUrl }: SecurityMd): string[] {
  const { fields, completeInItself, oneVulnerability } = reportMustHave
  return [
    '## Reporting a vulnerability',
    `Please report vulnerabilities in private, through the form at <${reportUrl}>.`,
    ...(channels.mail.length > 0 ? ['Mail with a report may go to:', list(channels.mail)] : []),
    ...(channels.encryptionKeyUrl ? [`OpenPGP key: <${channels.encryptionKeyUrl}>`] : []),
    ...(channels.plainContact
      ? [
          `When something could not be decrypted, reach us without encryption: ${escaped(channels.plainContact)}`,
        ]
      : []),
    ...(fields.length > 0 ? ['A report must include:', list(fields.map((field) => asked[field]))] : []),
    ...(completeInItself ? ['A report is complete in itself: more than a link or an attachment.'] : []),
    ...(oneVulnerability ? ['Each report is about one vulnerability.'] : []),
  ]
}

// Said below with everything about working time, or in words that stand on their own.
const saidElsewhere: readonly PolicyPromise['key'][] = ['business_time', 'silence']

function promises(terms: PolicyTerms): string[] {
  const { announce, silenceDays } = terms
  return [
    ...promisesOf(terms)
      .filter(({ key }) => !saidElsewhere.includes(key))
      .map(({ text }) => text),
    `If you do not answer a question for ${silenceDays} ${silenceDays === 1 ? 'day' : 'days'}, the team may go on without it; you keep the credit.`,
    ...(announce.avoidHolidays ? ['Announcements avoid holidays and shutdowns.'] : []),
    ...(announce.secondApproval ? ['A second maintainer approves every advisory.'] : []),
  ]
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

function workingTime(terms: PolicyTerms): string[] {
  const { timeZone, workingDays, workingHours, shutdowns, holidayRegion }: BusinessCalendar =
    terms.businessCalendar
  const days = weekdays.filter((_, index) => workingDays.includes(index + 1)).join(', ')
  const time = workingHours ? `from ${workingHours.from} to ${workingHours.to}` : 'around the clock'
  const own = ownHolidays(terms).map(({ date, name }) => `${date}: ${escaped(name)}`)
  return [
    '## Working time',
    `Business hours: ${days}, ${time}, in the time zone ${escaped(timeZone)}.`,
    ...(holidayRegion ? [`Public holidays of the region (${regionCode(holidayRegion)}) do not count.`] : []),
    ...(own.length > 0 ? ['Holidays of our own:', list(own)] : []),
    ...(shutdowns.length > 0
      ? [
          'Shutdowns, both days included:',
          list(shutdowns.map(({ from, to, name }) => `${from} to ${to}: ${escaped(name)}`)),
        ]
      : []),
  ]
}

const versions = (lines: readonly WrittenLine[]): string =>
  [
    '| Version | Supported |',
    '| ------- | --------- |',
    ...lines.map(({ name, isSupported, until }) => {
      const when = until === null ? '' : isSupported ? ` until ${until}` : ` since ${until}`
      return `| ${escaped(name)} | ${isSupported ? `✅ yes${when}` : `❌ no${when}`} |`
    }),
  ].join('\n')

function scope({ scope: { inScope, outOfScope, unsafeByDesign, prohibitedTesting } }: PolicyTerms): string[] {
  const part = (title: string, entries: readonly string[]) =>
    entries.length > 0 ? [`### ${title}`, list(entries)] : []
  const parts = [
    ...part('In scope', inScope.map(escaped)),
    ...part('Out of scope', outOfScope.map(escaped)),
    ...part(
      'Unsafe by design',
      unsafeByDesign.map(({ behaviour, documentedAt }) =>
        escaped(`${behaviour} (documented at ${documentedAt})`),
      ),
    ),
    ...part('Prohibited testing', prohibitedTesting.map(escaped)),
  ]
  return parts.length > 0 ? ['## Scope', ...parts] : []
}

function safeHarbour({ safeHarbour: harbour }: PolicyTerms): string[] {
  if (harbour === null) return []
  return [
    '## Safe harbour',
    ...(harbour.conditions.length > 0 ? ['### Conditions', list(harbour.conditions.map(escaped))] : []),
    '### What we promise',
    harbour.promise.split('\n').map(escaped).join('\n'),
  ]
}
