import type { CaseEvent } from '@/domain/cases/case-event'
import type { PolicyTerms } from '@/domain/policies/terms'
import type { Instant } from '@/lib/instant'

/** What the clocks of one report are derived from. A duplicate linked to the case brings its own. */
export interface ClockInput {
  /** The policy version in force when the report arrived. */
  terms: PolicyTerms
  reportId: string
  receivedAt: Instant
  /** All events of the case, also those of other reports. */
  events: readonly CaseEvent[]
  /** When the reporter says they will publish. */
  reporterDeadline: Instant | null
  /** When the agreed embargo ends. */
  embargoUntil: Instant | null
  /** The earliest announcement; null while a line still waits for its patch release. */
  notBefore: Instant | null
}
