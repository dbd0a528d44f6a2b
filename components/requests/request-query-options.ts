import { queryOptions } from '@tanstack/react-query'
import { requestSearch, type RequestFilters } from '@/domain/requests/request-filters'
import { fetchJson } from '@/lib/fetch-json'
import type { RequestQueue } from '@/server/requests/request-queue'

/** Another person's answer appears within this time, in milliseconds. */
const refetchEveryMs = 5_000

/** The requests under these filters, read again for as long as somebody looks at them. */
export const requestQueryOptions = (filters: RequestFilters) => {
  const search = requestSearch(filters)
  return queryOptions({
    queryKey: ['requests', search],
    queryFn: ({ signal }) => fetchJson<RequestQueue>(`/api/v1/requests?${search}`, signal),
    refetchInterval: refetchEveryMs,
  })
}
