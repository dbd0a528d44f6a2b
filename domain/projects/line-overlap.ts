import semver from 'semver'
import { lineBounds, type LineBounds } from '@/domain/backports/line-range'

interface RangedLine {
  name: string
  range: string
  isDevelopment: boolean
}

const meet = (a: LineBounds, b: LineBounds) =>
  (b.below === null || semver.lt(a.min, b.below)) && (a.below === null || semver.lt(b.min, a.below))

/**
 * The first of the other lines that claims versions of this one, or null. A version belongs to one line, else it could be
 * fixed and not fixed at once. Development lines have no releases of their own and claim none.
 */
export function overlappingLine<Line extends RangedLine>(
  line: RangedLine,
  others: readonly Line[],
): Line | null {
  const bounds = lineBounds(line.range)
  if (line.isDevelopment || bounds === null) return null
  return (
    others.find((other) => {
      const taken = lineBounds(other.range)
      return !other.isDevelopment && taken !== null && meet(bounds, taken)
    }) ?? null
  )
}
