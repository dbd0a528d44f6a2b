import type { Rating } from '@/domain/severity/rating'
import { isStopped, lintAfterAnnouncement, lintBeforeAnnouncement, type Secrets } from './leak-lint'
import { releaseNote } from './release-note'

/** When a release note goes out: with the patch release, and again with the announcement. */
export const noteMoments = ['before', 'after'] as const
export type NoteMoment = (typeof noteMoments)[number]

/** What stands in the text in the place of what differs from line to line. */
export const notePlaces = { version: '{version}', line: '{line}', url: '{url}' } as const

/** The text that the facts of the case make, with places; null while the facts do not suffice. */
export function generatedNote(
  moment: NoteMoment,
  facts: {
    /** The advisory has an address from the confirmation on. */
    advisory: { id: string; title: string | null; cveId: string | null } | null
    rating: Rating | null
  },
): string | null {
  const { version, line, url } = notePlaces
  const { advisory, rating } = facts
  if (moment === 'before') return releaseNote({ moment, version, lineName: line, noticeUrl: advisory && url })
  if (advisory === null || advisory.title === null || rating === null) return null
  const { id, title, cveId } = advisory
  return releaseNote({ moment, version, advisory: { id, title, cveId, url, rating } })
}

/** The text for one line; what is not known yet is named in brackets. */
export const filledNote = (
  text: string,
  known: { version: string | null; line: string; url: string | null },
): string =>
  text
    .replaceAll(notePlaces.version, () => known.version ?? '[version]')
    .replaceAll(notePlaces.line, () => known.line)
    .replaceAll(notePlaces.url, () => known.url ?? '[link]')

/**
 * Why this text may not be the release note: early it gives the vulnerability away, later it does not say that it is a security fix.
 * Empty: it may. Its places tell nothing.
 */
export function noteObjections(text: string, moment: NoteMoment, secrets: Secrets): string[] {
  const allowedUrls = [...(secrets.allowedUrls ?? []), ...Object.values(notePlaces)]
  const findings =
    moment === 'before'
      ? lintBeforeAnnouncement(text, { ...secrets, allowedUrls })
      : lintAfterAnnouncement(text)
  return isStopped(findings)
    ? [...new Set(findings.filter(({ level }) => level === 'stop').map(({ reason }) => reason))]
    : []
}
