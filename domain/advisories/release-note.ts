import type { Rating } from '@/domain/severity/rating'
import { ratingLabel } from '@/domain/severity/rating'

/** Release notes before the announcement: they ask people to update and say nothing of why. */
export interface QuietRelease {
  moment: 'before'
  version: string
  lineName: string
  /** Where the interim notice stands and the advisory will; null: no link. */
  noticeUrl: string | null
}

/** Release notes after the announcement: they must say that it is a security fix. */
export interface OpenRelease {
  moment: 'after'
  version: string
  advisory: { id: string; title: string; url: string; cveId: string | null; rating: Rating }
}

/**
 * Text for the release notes. Before the announcement it knows neither title nor id and so cannot name them; after it says plainly
 * that this is a security fix, and which. Source: policy 001, “release notes must say it is a security fix”.
 */
export function releaseNote(release: QuietRelease | OpenRelease): string {
  if (release.moment === 'before') {
    const { version, lineName, noticeUrl } = release
    const note = `${version} is a maintenance release of ${lineName}. Everyone on ${lineName} should update.`
    return noticeUrl === null ? note : `${note}\n\nMore: ${noticeUrl}`
  }
  const { version, advisory } = release
  const names = [advisory.cveId, advisory.id].filter((name) => name !== null).join(', ')
  return [
    `${version} is a security fix. Update now.`,
    `${advisory.title} (${names}; severity: ${ratingLabel[advisory.rating].toLowerCase()})`,
    `Details: ${advisory.url}`,
  ].join('\n\n')
}
