import { queryOptions } from '@tanstack/react-query'
import { casesKey } from '@/components/queue/queue-query-options'
import { queueSearch } from '@/domain/cases/queue-filters'
import { fetchJson } from '@/lib/fetch-json'
import type { CaseQueue } from '@/server/cases/case-queue'
import type { QueueChoices } from '@/server/cases/queue-choices'

/** With less typed than this nothing is searched for. */
export const fewestAsked = 2

/** Cases by their words or their reference; with too little typed, those due next. */
export function foundCasesOptions(typed: string) {
  const search = queueSearch(
    typed.trim().length < fewestAsked ? { view: 'open' } : { view: 'all', q: typed.trim() },
  )
  return queryOptions({
    queryKey: [...casesKey, 'palette', search],
    queryFn: ({ signal }) => fetchJson<CaseQueue>(`/api/v1/cases?${search}`, signal),
  })
}

/** The projects to go to. */
export const choicesOptions = queryOptions({
  queryKey: ['projects', 'choices'],
  queryFn: ({ signal }) => fetchJson<QueueChoices>('/api/v1/cases/choices', signal),
})
