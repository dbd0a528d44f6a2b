import { clocksOf } from '@/domain/clocks/clocks-of'
import type { Clock } from '@/domain/clocks/clock'
import type { PolicyTerms } from '@/domain/policies/terms'
import type { Instant } from '@/lib/instant'

type Arrived = { id: string; receivedAt: Instant; disclosureAt: Instant | null }

/** The clocks of a report at the moment it arrived. */
export const openingClocks = (terms: PolicyTerms, report: Arrived): Clock[] =>
  clocksOf(
    {
      terms,
      reportId: report.id,
      receivedAt: report.receivedAt,
      events: [],
      reporterDeadline: report.disclosureAt,
      embargoUntil: null,
      notBefore: null,
    },
    report.receivedAt,
  )

/** What happens next and when, as the receipt says it. */
export interface ReceiptPromises {
  receivedAt: Instant
  /** null: as soon as possible, without a number. */
  acknowledgeBy: Instant | null
  /** null: not promised, or counted from the acknowledgement. */
  respondBy: Instant | null
  /** The team's own zone. */
  teamTimeZone: string
}

/** The promises a report starts with; the same whenever they are asked for. */
export function receiptPromises(terms: PolicyTerms, report: Arrived): ReceiptPromises {
  const clocks = openingClocks(terms, report)
  const due = (kind: Clock['kind']) => clocks.find((clock) => clock.kind === kind)?.dueAt ?? null
  return {
    receivedAt: report.receivedAt,
    acknowledgeBy: due('acknowledge'),
    respondBy: due('respond'),
    teamTimeZone: terms.businessCalendar.timeZone,
  }
}
