import { dateConflict, type DateConflict, type StatedDate } from '@/domain/embargo/counter-proposal'
import { negotiationOf, type Negotiation } from '@/domain/embargo/negotiation'
import type { Instant } from '@/lib/instant'
import type { CaseRecord } from './case-record'
import { allProposals, reporterDates } from './linked-dates'
import type { FoundCase } from './load-case'

/** What each side says of the date of the announcement. */
export interface DatesView {
  dateConflict: DateConflict | null
  /** When reporters publish on their own, those of linked cases too. */
  reporterDates: StatedDate[]
  negotiation: Negotiation
}

/** The dates of an open case do not fit each other, or do; once it is announced or closed there is no conflict. */
export function datesView({ case: row }: FoundCase, record: CaseRecord, now: Instant): DatesView {
  const dates = reporterDates(record)
  const conflict =
    row.announcedAt === null && row.resolution === null
      ? dateConflict(
          {
            dates,
            notBefore: record.notBefore,
            isConfirmed: record.facts.confirmedAt !== null,
            delayDays: record.terms.announce.delayDays,
          },
          now,
        )
      : null
  return {
    dateConflict: conflict,
    reporterDates: dates,
    negotiation: negotiationOf(conflict, allProposals(record), now),
  }
}
