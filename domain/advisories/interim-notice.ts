import type { Instant } from '@/lib/instant'
import type { LineStatus } from '@/domain/backports/line-status'
import { isReleased } from '@/domain/backports/needs-fix'
import { newestFirst } from '@/domain/backports/supported'
import { utcText } from '@/lib/utc-text'

/** What the public page says between patch release and announcement: that there is a fix, where, and when details follow. */
export interface InterimNotice {
  title: string
  text: string
  releases: Array<{ version: string; url: string; releasedAt: Instant }>
  /** null: no date yet. */
  detailsAt: Instant | null
}

const listed = (items: readonly string[]) =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`

/**
 * The interim notice, or null while no patch release is out: then the page does not exist. It takes nothing of the advisory, so it
 * can show no detail; lines still being worked on are not named either.
 */
export function interimNotice(known: {
  projectName: string
  lines: readonly LineStatus[]
  /** When the announcement is planned; null: not yet. */
  detailsAt: Instant | null
}): InterimNotice | null {
  const order = newestFirst(known.lines.map(({ line }) => line))
  const releases = known.lines
    .filter(isReleased)
    .toSorted((a, b) => order.indexOf(a.line) - order.indexOf(b.line))
    .flatMap(({ release }) => (release === null ? [] : [release]))
  if (releases.length === 0) return null
  const details =
    known.detailsAt === null ? 'Details follow.' : `Details follow on ${utcText(known.detailsAt)}.`
  return {
    title: `${known.projectName}: security fix released`,
    text: `A security fix was released in ${listed(releases.map(({ version }) => version))}. Update now. ${details}`,
    releases,
    detailsAt: known.detailsAt,
  }
}
