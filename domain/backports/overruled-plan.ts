import { refuseBecause, type Refusal } from '@/domain/cases/refusal'
import { ok, type Result } from '@/lib/result'
import type { LineStatus, Plan } from './line-status'

/**
 * Whether a person chose otherwise than the policy proposed. Nothing proposed, or nothing chosen, overrules nothing.
 * Worked case: the policy fixes every supported line, and 2.x gets no fix → overruled.
 */
export const isOverruled = (plan: Plan | null, proposed: Plan | null): boolean =>
  plan !== null && proposed !== null && plan !== proposed

/** Who overrules the policy says why: the next handler and the readers of the advisory ask first of all. */
export function checkOverruled(
  { line, plan, planReason }: Pick<LineStatus, 'line' | 'plan' | 'planReason'>,
  proposed: Plan | null,
): Result<null, Refusal> {
  if (!isOverruled(plan, proposed) || (planReason ?? '').trim() !== '') return ok(null)
  return refuseBecause(
    'overruled_without_reason',
    `Say why ${line.name} gets something else than the policy proposes. The reason stands beside the line.`,
  )
}
