import type { Instant } from '@/lib/instant'
import { ok, type Result } from '@/lib/result'
import type { LineStatus } from '@/domain/backports/line-status'
import { refuseBecause, type Refusal } from '@/domain/cases/refusal'
import { affectedRanges } from './affected-ranges'
import type { TimelineEntry } from './disclosure-timeline'
import { documentBody, type AdvisoryContents, type PublicDocument } from './public-document'

type RevisionKind = Exclude<PublicDocument['revisions'][number]['kind'], 'announcement'>

const timelineText: Readonly<Record<RevisionKind, string>> = {
  correction: 'Advisory corrected.',
  withdrawal: 'Advisory withdrawn.',
  late_fix: 'Advisory updated with a further fix.',
}

/** The next revision: history only grows, and id, project and the first publication stay. */
function nextRevision(
  document: PublicDocument,
  revision: { kind: RevisionKind; at: Instant; note: string },
  changes: Partial<PublicDocument>,
  news: readonly TimelineEntry[] = [],
): PublicDocument {
  const { kind, at, note } = revision
  const number = document.revisions.length + 1
  return {
    ...document,
    ...changes,
    updatedAt: at,
    timeline: [...document.timeline, ...news, { at, kind: 'revised', text: timelineText[kind] }],
    revisions: [...document.revisions, { number, at, kind, note }],
  }
}

const onlyStanding = (document: PublicDocument): Result<null, Refusal> =>
  document.status === 'announced'
    ? ok(null)
    : refuseBecause('withdrawn', 'The advisory is withdrawn and is not revised any more.')

/**
 * The document after a fix that shipped late: ranges anew from the lines, one revision more, the same id and the same CVE.
 * 2.3.9 ships two weeks after the announcement of 2.4.7: revision 2, “2.3.9 fixes 2.3.x.”; without news it is refused.
 */
export function reviseForLateFix(
  document: PublicDocument,
  lines: readonly LineStatus[],
  at: Instant,
): Result<PublicDocument, Refusal> {
  const standing = onlyStanding(document)
  if (!standing.ok) return standing
  const affected = affectedRanges(lines)
  const before = new Map(document.affected.map((line) => [line.line, line.fixed]))
  const fixed = affected.flatMap(({ line, fixed: version, releasedAt }) =>
    version !== null && before.get(line) !== version ? [{ line, version, releasedAt }] : [],
  )
  if (fixed.length === 0) {
    return refuseBecause('nothing_new', 'No line has a fix that the advisory does not name yet.')
  }
  const note = fixed.map(({ line, version }) => `${version} fixes ${line}.`).join(' ')
  const news = fixed.map(({ version, releasedAt }): TimelineEntry => ({
    at: releasedAt ?? at,
    kind: 'released',
    text: `${version} released with the fix.`,
  }))
  return ok(nextRevision(document, { kind: 'late_fix', at, note }, { affected }, news))
}

/** The document with its parts anew from the case. A CVE id may be added, never exchanged: one vulnerability, one CVE. */
export function correctDocument(
  document: PublicDocument,
  contents: AdvisoryContents,
  correction: { at: Instant; note: string },
): Result<PublicDocument, Refusal> {
  const standing = onlyStanding(document)
  if (!standing.ok) return standing
  if (correction.note.trim() === '')
    return refuseBecause('note_missing', 'Say what is corrected. Readers see it.')
  const body = documentBody(contents)
  if (!body.ok) return body
  if (document.cveId !== null && body.value.cveId !== document.cveId) {
    return refuseBecause(
      'second_cve',
      `The advisory is known as ${document.cveId}: keep that id. Another vulnerability needs its own case.`,
    )
  }
  return ok(nextRevision(document, { kind: 'correction', ...correction }, body.value))
}

/** The document withdrawn: it stays readable, with the reason. */
export function withdrawDocument(
  document: PublicDocument,
  withdrawal: { at: Instant; note: string },
): Result<PublicDocument, Refusal> {
  const standing = onlyStanding(document)
  if (!standing.ok) return standing
  if (withdrawal.note.trim() === '')
    return refuseBecause('note_missing', 'Say why it is withdrawn. Readers see it.')
  return ok(nextRevision(document, { kind: 'withdrawal', ...withdrawal }, { status: 'withdrawn' }))
}
