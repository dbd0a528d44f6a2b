import type { Instant } from '@/lib/instant'
import type { LineStatus } from './line-status'
import { isReleased, needsFix } from './needs-fix'
import { isSupported } from './supported'

/**
 * Whether nothing about the line holds up the announcement: not affected; released; not to be fixed, with the reason;
 * or out of support. A supported line that nobody has judged, or that claims to be out of support, is open.
 */
export function isLineSettled(status: LineStatus, at: Instant): boolean {
  const { line, affectedness, plan, planReason } = status
  if (line.isDevelopment || affectedness === 'not_affected') return true
  if (affectedness === 'unknown' || plan === 'out_of_support') return !isSupported(line, at)
  if (plan === 'wont_fix') return (planReason ?? '').trim() !== ''
  return plan === 'fix' && (isReleased(status) || !needsFix(status, at))
}

/** The lines that hold up the announcement, in the order given. */
export const openLines = (statuses: readonly LineStatus[], at: Instant): LineStatus[] =>
  statuses.filter((status) => !isLineSettled(status, at))

/** What a person does next about an open line, in one sentence. */
export function openLineReason({ line, affectedness, plan }: LineStatus): string {
  if (affectedness === 'unknown') return `${line.name}: find out whether it is affected.`
  if (plan === 'out_of_support') return `${line.name} is still supported: fix it, or say why not.`
  if (plan === 'wont_fix') return `${line.name}: say why it gets no fix.`
  if (plan === null) return `${line.name}: choose what will be done.`
  return `${line.name}: publish its patch release.`
}
