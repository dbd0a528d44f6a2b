import semver from 'semver'
import type { Instant } from '@/lib/instant'
import { lineBounds } from './line-range'
import type { ReleaseLine } from './line-status'

/**
 * Whether the line gets releases at the instant: from `supportedFrom` on, until just before `supportedUntil`.
 * Derived from the dates, never stored: a line that ended at noon is not supported at noon.
 */
export const isSupported = (line: ReleaseLine, at: Instant): boolean =>
  line.supportedFrom <= at && (line.supportedUntil === null || at < line.supportedUntil)

const minimum = (line: ReleaseLine): string => lineBounds(line.range)?.min ?? '0.0.0'

/** Development lines first, then by where their versions begin: 10.x before 9.x. A new array. */
export const newestFirst = <Line extends ReleaseLine>(lines: readonly Line[]): Line[] =>
  lines.toSorted(
    (a, b) =>
      Number(b.isDevelopment) - Number(a.isDevelopment) ||
      semver.rcompare(minimum(a), minimum(b)) ||
      a.name.localeCompare(b.name, 'en', { numeric: true }),
  )

/** The release lines supported at the instant, newest first; without development, which has no releases of its own. */
export const supportedLines = (lines: readonly ReleaseLine[], at: Instant): ReleaseLine[] =>
  newestFirst(lines.filter((line) => !line.isDevelopment && isSupported(line, at)))
