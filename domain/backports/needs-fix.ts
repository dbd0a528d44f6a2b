import type { Instant } from '@/lib/instant'
import type { LineStatus } from './line-status'
import { isSupported } from './supported'

/** Whether somebody decided, with a reason, to fix a line the policy would have left alone. */
const isAccepted = (status: LineStatus): boolean =>
  status.plan === 'fix' && (status.planReason ?? '').trim() !== ''

/**
 * Whether the announcement waits for this line's patch release: affected, to be fixed, and supported at the instant or accepted
 * on request. A line whose support ends while the work goes on is no longer waited for; development never is.
 */
export const needsFix = (status: LineStatus, at: Instant): boolean =>
  status.affectedness === 'affected' &&
  status.plan === 'fix' &&
  !status.line.isDevelopment &&
  (isSupported(status.line, at) || isAccepted(status))

/** Whether the patch release of a line is out and stands. */
export const isReleased = (status: LineStatus): boolean =>
  status.release !== null && (status.work === 'released' || status.work === 'verified')
