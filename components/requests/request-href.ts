import { requestSearch, type RequestFilters } from '@/domain/requests/request-filters'

/** Where the list of requests stands under these filters. */
export function requestsHref(filters: RequestFilters): string {
  const search = requestSearch(filters)
  return search ? `/console/requests?${search}` : '/console/requests'
}

export const requestHref = (id: string): string => `/console/requests/${id}`
