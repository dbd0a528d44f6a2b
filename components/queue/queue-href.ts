import { queueSearch, type QueueFilters } from '@/domain/cases/queue-filters'

/** Where the queue stands under these filters. */
export function queueHref(filters: QueueFilters): string {
  const search = queueSearch(filters)
  return search ? `/console?${search}` : '/console'
}

export const caseHref = (reference: string): string => `/console/cases/${reference}`
