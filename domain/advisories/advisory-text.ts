import { utcText } from '@/lib/utc-text'
import { ratingLabel } from '@/domain/severity/rating'
import { affectedSentence } from './affected-ranges'
import { creditRoleLabel } from './credit-ledger'
import type { PublicDocument } from './public-document'

const section = (title: string, lines: readonly (string | null)[]): string[] => {
  const given = lines.filter((line) => line !== null && line !== '')
  return given.length === 0 ? [] : [`${title}\n${given.join('\n')}`]
}

/** The announced advisory as plain text, for mails and feeds: the same parts as the public page, in the same order. */
export function advisoryText(document: PublicDocument): string {
  const { severity, revisions } = document
  const withdrawal = revisions.findLast(({ kind }) => kind === 'withdrawal')
  const later = revisions.filter(({ number }) => number > 1)
  return [
    `${document.project.name}: ${document.title}`,
    ...section('Withdrawn', [document.status === 'withdrawn' ? (withdrawal?.note ?? '') : null]),
    [
      `Advisory: ${document.id}`,
      document.cveId === null ? `CVE: none. ${document.noCveReason ?? ''}`.trim() : `CVE: ${document.cveId}`,
      `Severity: ${ratingLabel[severity.rating]}`,
      ...severity.cvss.map(
        ({ version, score, vector }) => `CVSS ${version}: ${score.toFixed(1)} (${vector})`,
      ),
      ...(severity.cwes.length > 0 ? [`Weakness: ${severity.cwes.join(', ')}`] : []),
      `Announced: ${utcText(document.publishedAt)}`,
    ].join('\n'),
    document.summary,
    ...section('What you must do', [document.actions]),
    ...section('Affected versions', document.affected.map(affectedSentence)),
    ...section('Impact', [document.impact]),
    ...section('Workarounds', [document.workarounds]),
    ...section(
      'References',
      document.references.map(({ label, url }) => `${label}: ${url}`),
    ),
    ...section(
      'Credits',
      document.credits.map(
        ({ name, roles }) => `${name} (${roles.map((role) => creditRoleLabel[role]).join(', ')})`,
      ),
    ),
    ...section(
      'Timeline',
      document.timeline.map(({ at, text }) => `${utcText(at)}: ${text}`),
    ),
    ...section(
      'Revisions',
      later.map(({ number, at, note }) => `${number}, ${utcText(at)}: ${note}`),
    ),
  ].join('\n\n')
}
