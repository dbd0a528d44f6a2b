import { queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/lib/fetch-json'
import type { EventView } from '@/server/cases/case-view-events'
import { caseQueryOptions } from './case-query-options'

/** What happened on a case, newest first; read anew whenever the case is. */
export const eventsQueryOptions = (reference: string) =>
  queryOptions({
    queryKey: [...caseQueryOptions(reference).queryKey, 'events'],
    queryFn: ({ signal }) =>
      fetchJson<EventView[]>(`/api/v1/cases/${encodeURIComponent(reference)}/events`, signal),
  })
