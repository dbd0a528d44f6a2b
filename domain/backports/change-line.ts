import semver from 'semver'
import type { Instant } from '@/lib/instant'
import { ok, type Result } from '@/lib/result'
import { refuseBecause, type Refusal } from '@/domain/cases/refusal'
import type { PolicyTerms } from '@/domain/policies/terms'
import { checkLineStatus } from './allowed-line-status'
import { isOnLine } from './line-range'
import type { LineStatus, Work } from './line-status'
import { checkPatchRelease } from './patch-release'
import { isSupported } from './supported'

/** What a person changes on a line; what is left out stays, or goes when it no longer applies. */
export type LinePatch = Partial<Omit<LineStatus, 'line'>>

/**
 * Forward in any stride up to released, back by one; what follows a release waits for it.
 * Back over a release there is no step here: taking a release back is `yankRelease`.
 */
const moves: Readonly<Record<Work, readonly Work[]>> = {
  todo: ['in_progress', 'in_review', 'merged', 'released'],
  in_progress: ['todo', 'in_review', 'merged', 'released'],
  in_review: ['in_progress', 'merged', 'released'],
  merged: ['in_review', 'released'],
  released: ['verified'],
  verified: ['released'],
}

/** The steps the work on a line can take from here. */
export const nextWorks = (work: Work): readonly Work[] => moves[work]

/** The row with the patch on it, and without what the new affectedness and plan leave no room for. */
function patched(current: LineStatus, patch: LinePatch): LineStatus {
  const next = { ...current, ...patch }
  const isAffected = next.affectedness === 'affected'
  const isToFix = isAffected && next.plan === 'fix'
  const keeps = <Key extends keyof LinePatch>(key: Key, applies: boolean) =>
    applies || (patch[key] ?? null) !== null
  if (!keeps('justification', next.affectedness === 'not_affected')) next.justification = null
  if (!keeps('plan', isAffected)) next.plan = null
  if (!keeps('planReason', isAffected && next.plan === current.plan)) next.planReason = null
  if (!keeps('work', isToFix)) next.work = null
  if (!keeps('introducedIn', isAffected)) next.introducedIn = null
  if (!keeps('release', isToFix)) next.release = null
  if (!keeps('majorReason', next.release !== null)) next.majorReason = null
  if (isToFix && next.work === null && patch.work === undefined) next.work = 'todo'
  return next
}

function checkMove(current: LineStatus, next: LineStatus, at: Instant): Result<null, Refusal> {
  const { line } = current
  const back = current.release === null ? '' : ' To go back, take the release back.'
  if (current.release !== null && next.release === null) {
    return refuseBecause(
      'release_stands',
      `${current.release.version} is out with the fix: take the release back first.`,
    )
  }
  if (
    current.work !== null &&
    next.work !== null &&
    current.work !== next.work &&
    !moves[current.work].includes(next.work)
  ) {
    return refuseBecause(
      'work_order',
      `The work on ${line.name} cannot go from ${current.work} to ${next.work}: next is ${moves[current.work].join(' or ')}.${back}`,
    )
  }
  if (current.work === null && next.work === 'verified') {
    return refuseBecause('work_order', `Mark ${line.name} released before it is verified.`)
  }
  if (next.plan === 'out_of_support' && isSupported(line, at)) {
    return refuseBecause(
      'still_supported',
      `${line.name} is supported: fix it, or choose “no fix” and say why.`,
    )
  }
  if (
    next.introducedIn !== null &&
    (semver.valid(next.introducedIn) === null || !isOnLine(next.introducedIn, line.range))
  ) {
    return refuseBecause(
      'introduced_in',
      `“${next.introducedIn.slice(0, 40)}” is not a version on ${line.name} (${line.range}).`,
    )
  }
  return ok(null)
}

/**
 * The row after the change, or why not; pure. Marking 2.4.x released takes a version on the line, an instant not after `at`, and
 * an https link; a line that turns out not affected loses plan and work, but never a release that stands.
 */
export function changeLine(
  current: LineStatus,
  patch: LinePatch,
  terms: Pick<PolicyTerms, 'releaseKinds'>,
  at: Instant,
): Result<LineStatus, Refusal> {
  const next = patched(current, patch)
  const moved = checkMove(current, next, at)
  if (!moved.ok) return moved
  const allowed = checkLineStatus(next)
  if (!allowed.ok) return allowed
  const released = checkPatchRelease(next, terms, at)
  return released.ok ? ok(next) : released
}
