import semver from 'semver'

/** The versions a line holds: from `min` on, up to but not including `below` (null: no end). */
export interface LineBounds {
  min: string
  below: string | null
}

const withoutZero = (version: string) => version.replace(/-0$/, '')

/**
 * The bounds of a line's range, or null when the text is no range or has a hole in it (`||`): a line is one unbroken stretch.
 * `>=2.4.0 <2.5.0`, `2.4.x` and `~2.4.0` all give 2.4.0 and 2.5.0.
 */
export function lineBounds(range: string): LineBounds | null {
  const known = read.get(range)
  if (known !== undefined) return known
  if (read.size >= mostRead) read.clear()
  const bounds = readBounds(range)
  read.set(range, bounds)
  return bounds
}

// Every page with a case reads the same few ranges many times.
const read = new Map<string, LineBounds | null>()
const mostRead = 1_000

function readBounds(range: string): LineBounds | null {
  if (semver.validRange(range) === null) return null
  const sets = new semver.Range(range).set
  const [comparators] = sets
  if (sets.length !== 1 || !comparators) return null
  const min = semver.minVersion(range)
  if (!min) return null
  const ends = comparators.flatMap(({ operator, semver: end, value }) => {
    if (value === '' || operator === '>' || operator === '>=') return []
    return operator === '<' ? [end.version] : [new semver.SemVer(end.version).inc('patch').version]
  })
  const bounds: LineBounds = { min: withoutZero(min.version), below: null }
  const below = ends.sort(semver.compare)[0]
  if (below === undefined) return bounds
  return semver.lt(bounds.min, below) ? { ...bounds, below: withoutZero(below) } : null
}

/** The version without its pre-release and build parts: `2.5.0-beta.1` → `2.5.0`. Throws TypeError when it is no version. */
export function coreVersion(version: string): string {
  const { major, minor, patch } = new semver.SemVer(version)
  return `${major}.${minor}.${patch}`
}

/**
 * Whether a version belongs to a line. A pre-release belongs where its release will: 2.5.0-beta.1 to 2.5.x and not to 2.4.x.
 * `semver.satisfies` says no to most pre-releases, hence gte and lt on the version's core.
 */
export function isOnLine(version: string, range: string): boolean {
  const bounds = lineBounds(range)
  if (bounds === null || semver.valid(version) === null) return false
  const core = coreVersion(version)
  return semver.gte(core, bounds.min) && (bounds.below === null || semver.lt(core, bounds.below))
}
