import type { Affectedness } from '@/domain/backports/line-status'
import { utcText } from '@/lib/utc-text'
import { ratingLabel } from '@/domain/severity/rating'
import type { Severity } from '@/domain/severity/severity'
import type { Instant } from '@/lib/instant'

/** What an upstream needs of a case to work on it. */
export interface PackedCase {
  reference: string
  project: string
  reports: readonly {
    receivedAt: Instant
    title: string
    description: string
    impact: string | null
    reproduction: string | null
    affectedVersions: string | null
    suggestedFix: string | null
    /** null: wants no mention. */
    credit: string | null
    disclosureAt: Instant | null
    /** Names of the files that came with it; they are sent beside this text. */
    files: readonly string[]
  }[]
  /** How the team itself reproduced it. */
  reproduction: string | null
  /** Until when both sides agreed to keep it private. */
  embargoUntil: Instant | null
  /** As it is classified; null: it is not. */
  severity: Severity | null
  /** What the team found of its own versions: a line each. */
  lines: readonly { name: string; range: string; affectedness: Affectedness; introducedIn: string | null }[]
  contacts: readonly string[]
  packedAt: Instant
}

const part = (title: string, text: string | null) => (text === null ? [] : ['', `${title}:`, text])

const severityPart = (severity: Severity | null): string[] =>
  severity === null
    ? []
    : [
        '',
        '----',
        `Severity, as we classify it: ${ratingLabel[severity.rating].toLowerCase()}`,
        ...severity.cvss.map(({ version, vector, score }) => `CVSS ${version}: ${score}, ${vector}`),
        ...(severity.cwes.length === 0 ? [] : [`Weakness: ${severity.cwes.join(', ')}`]),
      ]

const judged: Readonly<Record<Affectedness, string>> = {
  affected: 'affected',
  not_affected: 'not affected',
  unknown: 'not judged yet',
}

const linesPart = (lines: PackedCase['lines']): string[] =>
  lines.length === 0
    ? []
    : [
        '',
        '----',
        'Our own versions:',
        ...lines.map(
          ({ name, range, affectedness, introducedIn }) =>
            `- ${name} (${range}): ${judged[affectedness]}${introducedIn === null ? '' : `, since ${introducedIn}`}`,
        ),
      ]

/** The text to send to an upstream through its private channel: everything they need, and nothing that says who reported it but the credit. */
export function upstreamPack(packed: PackedCase): string {
  const several = packed.reports.length > 1
  return [
    'Vulnerability report, handed over in confidence',
    'Please do not publish this, and do not open a public issue for it.',
    '',
    `From: the security team of ${packed.project}`,
    `Our reference: ${packed.reference}`,
    `Reach us: ${packed.contacts.length > 0 ? packed.contacts.join(', ') : 'through the channel this came by'}`,
    `Private until: ${packed.embargoUntil === null ? 'no date is agreed yet; propose one' : utcText(packed.embargoUntil)}`,
    `Written: ${utcText(packed.packedAt)}`,
    ...packed.reports.flatMap((report, index) => [
      '',
      '----',
      `Report${several ? ` ${index + 1}` : ''}, received ${utcText(report.receivedAt)}`,
      report.title,
      ...part('Description', report.description),
      ...part('Impact', report.impact),
      ...part('Steps to reproduce', report.reproduction),
      ...part('Affected versions, says the reporter', report.affectedVersions),
      ...part('Suggested fix', report.suggestedFix),
      ...(report.files.length === 0
        ? []
        : [
            '',
            'Files that came with it, to be sent beside this text:',
            ...report.files.map((name) => `- ${name}`),
          ]),
      '',
      `Credit: ${report.credit ?? 'the reporter wants no mention'}`,
      ...(report.disclosureAt
        ? [`The reporter publishes on their own: ${utcText(report.disclosureAt)}`]
        : []),
    ]),
    ...severityPart(packed.severity),
    ...linesPart(packed.lines),
    ...(packed.reproduction === null ? [] : ['', '----', 'How we reproduced it:', packed.reproduction]),
    '',
  ].join('\n')
}
