import { ok, type Result } from '@/lib/result'
import { refuseBecause, type Refusal } from '@/domain/cases/refusal'
import type { Affectedness, LineStatus, Plan, Work } from './line-status'

type Presence = 'required' | 'absent' | 'free'

/** One allowed combination, and what must or must not stand beside it. */
interface AllowedCombination {
  affectedness: Affectedness
  plan: Plan | null
  work: Work | null
  justification: Presence
  planReason: Presence
  release: Presence
}

const toFix = (work: Work, release: Presence): AllowedCombination => ({
  affectedness: 'affected',
  plan: 'fix',
  work,
  justification: 'absent',
  planReason: 'free',
  release,
})

/** Every state a line may be in; what is not listed does not exist. */
export const allowedCombinations: readonly AllowedCombination[] = [
  {
    affectedness: 'unknown',
    plan: null,
    work: null,
    justification: 'absent',
    planReason: 'absent',
    release: 'absent',
  },
  {
    affectedness: 'not_affected',
    plan: null,
    work: null,
    justification: 'required',
    planReason: 'absent',
    release: 'absent',
  },
  toFix('todo', 'absent'),
  toFix('in_progress', 'absent'),
  toFix('in_review', 'absent'),
  toFix('merged', 'absent'),
  toFix('released', 'required'),
  toFix('verified', 'required'),
  {
    affectedness: 'affected',
    plan: 'wont_fix',
    work: null,
    justification: 'absent',
    planReason: 'required',
    release: 'absent',
  },
  {
    affectedness: 'affected',
    plan: 'out_of_support',
    work: null,
    justification: 'absent',
    planReason: 'free',
    release: 'absent',
  },
]

const isThere = (value: unknown): boolean =>
  typeof value === 'string' ? value.trim() !== '' : value !== null

const fits = (presence: Presence, value: unknown): boolean =>
  presence === 'free' || isThere(value) === (presence === 'required')

/** What the combination of affectedness, plan and work itself has wrong. */
function combinationRefusal({ line, affectedness, plan, work }: LineStatus): { ok: false; refusal: Refusal } {
  if (affectedness === 'unknown') {
    return refuseBecause(
      'plan_not_allowed',
      `Say first whether ${line.name} is affected; then plan the work.`,
    )
  }
  if (affectedness === 'not_affected') {
    return refuseBecause('plan_not_allowed', `${line.name} is not affected: remove the plan and the work.`)
  }
  if (plan === null) {
    return refuseBecause(
      'plan_missing',
      `Choose what ${line.name} gets: a fix, no fix with a reason, or out of support.`,
    )
  }
  if (plan === 'fix') {
    return refuseBecause(
      'work_missing',
      `${line.name} gets a fix: say how far the work is, at first “to do”.`,
    )
  }
  return refuseBecause('work_not_allowed', `${line.name} gets no fix: remove work “${work}”.`)
}

/** Whether a line status is one that may exist, or what to mend. Source: the table of lines in the product's rules. */
export function checkLineStatus(status: LineStatus): Result<LineStatus, Refusal> {
  const { line, release } = status
  const rule = allowedCombinations.find(
    ({ affectedness, plan, work }) =>
      affectedness === status.affectedness && plan === status.plan && work === status.work,
  )
  if (!rule) return combinationRefusal(status)
  if (!fits(rule.justification, status.justification)) {
    return rule.justification === 'required'
      ? refuseBecause('justification_missing', `Choose why ${line.name} is not affected.`)
      : refuseBecause(
          'justification_not_allowed',
          `Remove the justification: ${line.name} is not marked “not affected”.`,
        )
  }
  if (!fits(rule.planReason, status.planReason)) {
    return rule.planReason === 'required'
      ? refuseBecause(
          'reason_missing',
          `Say why ${line.name} gets no fix. The reason goes into the advisory.`,
        )
      : refuseBecause('reason_not_allowed', `Remove the reason for the plan: ${line.name} has no plan.`)
  }
  if (!fits(rule.release, release)) {
    return rule.release === 'required'
      ? refuseBecause(
          'release_missing',
          `Give the version of ${line.name} that carries the fix, when it came out, and a link.`,
        )
      : refuseBecause(
          'release_not_allowed',
          `Version ${release?.version} stands there, but ${line.name} is not released: mark it released, or remove the version.`,
        )
  }
  if (status.majorReason !== null && release === null) {
    return refuseBecause(
      'major_reason_not_allowed',
      `Remove the reason for a major version: ${line.name} has no release.`,
    )
  }
  return ok(status)
}
