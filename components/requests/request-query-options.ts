import { queryOptions } from '@tanstack/react-query'
import { requestSearch, type RequestFilters } from '@/domain/requests/request-filters'
import { fetchJson } from '@/lib/fetch-json'
import type { RequestQueue } from '@/server/requests/request-queue'

/** The requests under these filters. */
export const requestQueryOptions = (filters: RequestFilters) => {
  const search = requestSearch(filters)
  return queryOptions({
    queryKey: ['requests', search],
    queryFn: ({ signal }) => fetchJson<RequestQueue>(`/api/v1/requests?${search}`, signal),
  })
}
