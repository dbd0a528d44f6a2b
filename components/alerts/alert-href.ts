import type { AlertFilters } from '@/domain/alerts/alert-filters'

/** The address of a list of alerts; `after` is the last alert of the page before. */
export function alertsHref({ view, project }: AlertFilters, after?: string): string {
  const search = new URLSearchParams({
    ...(view !== 'open' && { view }),
    ...(project && { project }),
    ...(after && { after }),
  })
  return search.size === 0 ? '/console/alerts' : `/console/alerts?${search}`
}

export const alertHref = (id: string): string => `/console/alerts/${id}`
