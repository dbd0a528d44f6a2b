import { queryOptions } from '@tanstack/react-query'
import type { HandlerSuggestion } from '@/domain/cases/suggested-handler'
import { fetchJson } from '@/lib/fetch-json'

/** Whom to give a case; read anew after every change of cases. */
export const suggestionQueryOptions = (reference: string) =>
  queryOptions({
    queryKey: ['cases', reference, 'suggestion'],
    queryFn: ({ signal }) =>
      fetchJson<{ suggestion: HandlerSuggestion | null }>(
        `/api/v1/cases/${encodeURIComponent(reference)}/suggested-handler`,
        signal,
      ),
    staleTime: 30_000,
  })
