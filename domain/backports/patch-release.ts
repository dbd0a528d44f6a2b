import semver from 'semver'
import type { Instant } from '@/lib/instant'
import { ok, type Result } from '@/lib/result'
import { refuseBecause, type Refusal } from '@/domain/cases/refusal'
import type { PolicyTerms } from '@/domain/policies/terms'
import { coreVersion, isOnLine, lineBounds } from './line-range'
import type { LineStatus, ReleaseLine } from './line-status'

export type ReleaseKind = 'patch' | 'minor' | 'major'

/**
 * What a version means to people on the line: a major when it leaves the line's major, a minor when it opens one (`x.y.0`),
 * else a patch. On `>=2.4.0 <3.0.0`: 2.4.0 (where the line begins) and 2.6.3 are patches, 2.7.0 a minor, 3.0.1 a major.
 */
export function releaseKind(version: string, line: ReleaseLine): ReleaseKind {
  const core = coreVersion(version)
  const min = lineBounds(line.range)?.min ?? '0.0.0'
  if (semver.major(core) > semver.major(min)) return 'major'
  return semver.patch(core) === 0 && semver.gt(core, min) ? 'minor' : 'patch'
}

const isHttps = (url: string): boolean => URL.canParse(url) && new URL(url).protocol === 'https:'

/** The version alone: written plainly, on the line (a major with a reason may leave it), and of a kind the policy ships. */
function checkVersion(
  status: LineStatus,
  version: string,
  terms: Pick<PolicyTerms, 'releaseKinds'>,
): Result<null, Refusal> {
  const { line, introducedIn } = status
  if (semver.valid(version) !== version.replace(/\+.*$/, '')) {
    return refuseBecause(
      'version',
      `“${version.slice(0, 40)}” is not a version: write it like 2.4.7, without a “v”.`,
    )
  }
  const kind = releaseKind(version, line)
  const isMajorAllowed = kind === 'major' && (status.majorReason ?? '').trim() !== ''
  if (kind === 'major' && !isMajorAllowed) {
    return refuseBecause(
      'major_bump',
      `${version} is a major version for ${line.name}. Release the fix on the line, or record why it had to be a major.`,
    )
  }
  if (!isOnLine(version, line.range) && !isMajorAllowed) {
    return refuseBecause(
      'off_line',
      `${version} is not on ${line.name} (${line.range}): give a version inside the range, or mend the range.`,
    )
  }
  if (kind !== 'major' && !terms.releaseKinds.includes(kind)) {
    return refuseBecause(
      'release_kind',
      `${version} is a ${kind} version, and the policy ships fixes as ${terms.releaseKinds.join(' or ')} only.`,
    )
  }
  if (introducedIn !== null && semver.valid(introducedIn) !== null && !semver.gt(version, introducedIn)) {
    return refuseBecause(
      'before_introduced',
      `${version} is not newer than ${introducedIn}, where the vulnerability came in: check both versions.`,
    )
  }
  return ok(null)
}

/**
 * Whether the release a line claims can be its patch release: a version as above, out by `at`, with an https link.
 * 2.5.0 on 2.4.x is refused (off the line); 3.0.0 on 2.4.x only with a recorded reason; 2.4.8-rc.1 is on 2.4.x.
 */
export function checkPatchRelease(
  status: LineStatus,
  terms: Pick<PolicyTerms, 'releaseKinds'>,
  at: Instant,
): Result<null, Refusal> {
  const { release } = status
  if (release === null) return ok(null)
  const version = checkVersion(status, release.version, terms)
  if (!version.ok) return version
  if (release.releasedAt > at) {
    return refuseBecause('in_the_future', `${release.version} is not out yet: mark it released when it is.`)
  }
  if (!isHttps(release.url)) {
    return refuseBecause('link', `Give a link to ${release.version} that starts with https://.`)
  }
  return ok(null)
}
