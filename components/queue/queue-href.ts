import { queueSearch, type QueueFilters } from '@/domain/cases/queue-filters'
import type { ManyAct } from '@/domain/cases/change-many'

/** Where the queue stands under these filters. */
export function queueHref(filters: QueueFilters): string {
  const search = queueSearch(filters)
  return search ? `/console?${search}` : '/console'
}

export const caseHref = (reference: string): string => `/console/cases/${reference}`

/** The page that changes several cases; `back` is where one came from. */
export function changeHref(act: ManyAct, references: readonly string[], back?: string): string {
  const search = new URLSearchParams({ act })
  for (const reference of references) search.append('case', reference)
  if (back) search.set('back', back)
  return `/console/change?${search}`
}
