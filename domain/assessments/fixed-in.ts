import semver from 'semver'
import { isOnLine } from '@/domain/backports/line-range'
import type { LineStatus } from '@/domain/backports/line-status'
import type { ResolutionKind } from '@/domain/cases/case-event'
import type { Stage } from '@/domain/cases/stage'

interface CaseOfFinding {
  stage: Stage
  resolution: ResolutionKind | null
  lines: readonly Pick<LineStatus, 'line' | 'affectedness' | 'plan' | 'work' | 'release'>[]
}

/**
 * Whether a case needs nothing more for a release: it ended without a fix being needed; or the release's own line is not affected,
 * gets none on purpose, or has it merged, and not only in a later version. A release on no line waits until every line is done.
 */
export function isFixedIn(release: string, { stage, resolution, lines }: CaseOfFinding): boolean {
  // A duplicate is fixed where the work goes on, which the finding does not say.
  if (resolution !== null) return resolution !== 'duplicate'
  const its = lines.filter(({ line }) => isOnLine(release, line.range))
  const own = its.some(({ line }) => !line.isDevelopment)
    ? its.filter(({ line }) => !line.isDevelopment)
    : its
  if (own.length === 0) return stage === 'released' || stage === 'announced' || stage === 'closed'
  return own.every((status) => isDone(release, status))
}

function isDone(
  release: string,
  { affectedness, plan, work, release: patch }: CaseOfFinding['lines'][number],
): boolean {
  if (affectedness === 'not_affected') return true
  if (plan === 'wont_fix') return true
  if (patch !== null) return semver.lte(patch.version, release)
  return work === 'merged'
}
