import type { Clock, ClockKind } from '@/domain/clocks/clock'
import type { PolicyTerms } from '@/domain/policies/terms'

/** The clocks by which the team owes the reporter a word. */
const owed: readonly ClockKind[] = ['acknowledge', 'respond', 'keep_informed']

/** The promises to this reporter that are overdue and not met. */
export const brokenPromises = (clocks: readonly Clock[]): Clock[] =>
  clocks.filter((clock) => owed.includes(clock.kind) && clock.status === 'breached')

/** Whether the policy lets the reporter publish on their own terms now: it says so, and a promise is broken. */
export const mayPublishNow = (
  terms: Pick<PolicyTerms, 'reporterMayPublishIfIgnored'>,
  clocks: readonly Clock[],
): boolean => terms.reporterMayPublishIfIgnored && brokenPromises(clocks).length > 0
