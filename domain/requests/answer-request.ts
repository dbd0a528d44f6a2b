import type { Instant } from '@/lib/instant'
import { ok, type Result } from '@/lib/result'
import { refuseBecause, type Refusal } from '@/domain/cases/refusal'
import type { RequestState } from './request'

/** Every request is answered once. */
export function checkOpen(state: RequestState): Result<null, Refusal> {
  return state === 'requested'
    ? ok(null)
    : refuseBecause('answered', 'This request is answered already. Reload to see the answer.')
}

/**
 * A suggestion counts as taken only with the policy version that holds it: one that came into force after the suggestion arrived.
 * Worked case: suggested while version 3 was in force, taken with version 4.
 */
export function checkTaken(
  versions: readonly { version: number; inForceFrom: Instant }[],
  chosen: number | null,
  receivedAt: Instant,
): Result<number, Refusal> {
  const version = versions.find((one) => one.version === chosen)
  if (chosen === null || version === undefined)
    return refuseBecause('version', 'Choose the policy version that holds the suggestion.')
  if (version.inForceFrom <= receivedAt)
    return refuseBecause(
      'older_version',
      `Version ${version.version} was in force before the suggestion came. Change the policy first, then answer.`,
    )
  return ok(version.version)
}
