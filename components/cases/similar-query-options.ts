import { queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/lib/fetch-json'
import type { SimilarCase } from '@/server/cases/similar-cases'

/** Cases that may be about the same vulnerability; asked anew when the case changes hands or words, not while one looks. */
export const similarQueryOptions = (reference: string) =>
  queryOptions({
    queryKey: ['similar-cases', reference],
    queryFn: ({ signal }) =>
      fetchJson<SimilarCase[]>(`/api/v1/cases/${encodeURIComponent(reference)}/similar`, signal),
    staleTime: 60_000,
  })
