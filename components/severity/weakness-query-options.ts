import { queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/lib/fetch-json'
import type { FoundWeaknesses } from '@/server/severity/find-weaknesses'

/** Entries of the catalogue of weaknesses; the catalogue does not change while the desk runs. */
export const weaknessQueryOptions = (question: string) =>
  queryOptions({
    queryKey: ['weaknesses', question],
    queryFn: ({ signal }) =>
      fetchJson<FoundWeaknesses>(`/api/v1/weaknesses?${new URLSearchParams({ q: question })}`, signal),
    staleTime: Infinity,
  })
