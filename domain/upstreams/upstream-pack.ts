import { utcText } from '@/domain/embargo/utc-text'
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
  }[]
  /** How the team itself reproduced it. */
  reproduction: string | null
  /** Until when both sides agreed to keep it private. */
  embargoUntil: Instant | null
  contacts: readonly string[]
  packedAt: Instant
}

const part = (title: string, text: string | null) => (text === null ? [] : ['', `${title}:`, text])

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
      '',
      `Credit: ${report.credit ?? 'the reporter wants no mention'}`,
      ...(report.disclosureAt
        ? [`The reporter publishes on their own: ${utcText(report.disclosureAt)}`]
        : []),
    ]),
    ...(packed.reproduction === null ? [] : ['', '----', 'How we reproduced it:', packed.reproduction]),
    '',
  ].join('\n')
}
