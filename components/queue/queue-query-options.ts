import { queryOptions } from '@tanstack/react-query'
import { queueSearch, type QueueFilters } from '@/domain/cases/queue-filters'
import { fetchJson } from '@/lib/fetch-json'
import type { CaseQueue } from '@/server/cases/case-queue'

/** Begins the key of everything read about cases: invalidate it after a change. */
export const casesKey = ['cases'] as const

/** The queue under its filters. */
export const queueQueryOptions = (filters: QueueFilters) => {
  const search = queueSearch(filters)
  return queryOptions({
    queryKey: [...casesKey, 'queue', search],
    queryFn: ({ signal }) => fetchJson<CaseQueue>(`/api/v1/cases?${search}`, signal),
  })
}
