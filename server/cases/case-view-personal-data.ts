import { stageOf } from '@/domain/cases/stage'
import type { Instant } from '@/lib/instant'
import { statedTerms } from '@/server/reports/stated-terms'
import type { CaseRows } from './case-view-rows'
import type { FoundCase } from './load-case'

/** When a reporter said that they came across personal data of others. */
export interface PersonalDataView {
  reportId: string
  at: Instant
}

/** What still stands of it: a reporter may take the statement back, and a closed case alerts nobody. */
export function personalDataView(found: FoundCase, { record }: CaseRows): PersonalDataView[] {
  if (stageOf(record.facts) === 'closed') return []
  const stating = new Set(
    record.reports.filter((one) => statedTerms(found.vault, one).personalDataSeen).map(({ id }) => id),
  )
  return record.events.flatMap((event) =>
    event.type === 'personal_data_reported' && stating.has(event.data.reportId)
      ? [{ reportId: event.data.reportId, at: event.at }]
      : [],
  )
}
