import { ok, type Result } from '@/lib/result'
import { refuseBecause, type Refusal } from '@/domain/cases/refusal'
import type { Severity } from './severity'

const sameList = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((item) => b.includes(item))

/** Whether two severities say the same, whatever the order of their parts. */
export const isSameSeverity = (a: Severity, b: Severity): boolean =>
  a.rating === b.rating &&
  sameList(a.cwes, b.cwes) &&
  sameList(
    a.cvss.map(({ vector }) => vector),
    b.cvss.map(({ vector }) => vector),
  )

/**
 * After confirmation people plan by the severity, so changing it takes a reason.
 * High to medium after confirmation without one is refused; the first classification is no change and needs none.
 */
export function checkSeverityChange(change: {
  isConfirmed: boolean
  current: Severity | null
  next: Severity
  reason: string | null
}): Result<null, Refusal> {
  const { isConfirmed, current, next, reason } = change
  const needsReason = isConfirmed && current !== null && !isSameSeverity(current, next)
  if (!needsReason || (reason ?? '').trim() !== '') return ok(null)
  return refuseBecause('reason_missing', 'The case is confirmed: say why its severity changes.')
}
