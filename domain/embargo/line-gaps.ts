import type { Instant } from '@/lib/instant'
import type { LineStatus, Work } from '@/domain/backports/line-status'
import { isSupported } from '@/domain/backports/supported'
import { needsFix } from '@/domain/backports/needs-fix'

export interface LineGap {
  lineId: string
  line: string
  missing: 'judgement' | 'justification' | 'plan' | 'reason' | 'release'
  /** One sentence: which line, what is missing, what to do. */
  reason: string
}

const workSaid: Record<Work, string> = {
  todo: 'not started',
  in_progress: 'in progress',
  in_review: 'in review',
  merged: 'merged, but not released',
  released: 'marked released, but without a version',
  verified: 'marked verified, but without a version',
}

const hasRelease = ({ release, work }: LineStatus) =>
  release !== null && (work === 'released' || work === 'verified')

/** What one line still lacks before the announcement, or null. A development line has no releases and is never waited for. */
export function lineGap(status: LineStatus, now: Instant): LineGap | null {
  const { line, affectedness, plan } = status
  const gap = (missing: LineGap['missing'], reason: string): LineGap => ({
    lineId: line.id,
    line: line.name,
    missing,
    reason: `${line.name}: ${reason}`,
  })
  if (affectedness === 'unknown') return gap('judgement', 'nobody has said yet whether it is affected.')
  if (affectedness === 'not_affected')
    return status.justification === null ? gap('justification', 'marked not affected; say why.') : null
  if (needsFix(status, now) && !hasRelease(status))
    return gap(
      'release',
      `the fix is ${workSaid[status.work ?? 'todo']}. Release it, or plan not to fix it and say why.`,
    )
  if (line.isDevelopment) return null
  if (plan === null) return gap('plan', 'affected, but nobody has planned what to do.')
  if (plan === 'wont_fix' && !status.planReason?.trim())
    return gap('reason', 'it will not be fixed; the reason is missing, and it goes into the advisory.')
  if (plan === 'out_of_support' && isSupported(line, now) && !status.planReason?.trim())
    return gap('plan', 'planned as out of support, but it is supported today. Fix it, or say why not.')
  return null
}

/** What all lines lack, in their order. */
export const lineGaps = (lines: readonly LineStatus[], now: Instant): LineGap[] =>
  lines.flatMap((status) => lineGap(status, now) ?? [])
