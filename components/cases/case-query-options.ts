import { queryOptions } from '@tanstack/react-query'
import type { CaseView } from '@/server/cases/case-view'

/** The answer of the desk when a case cannot be shown: 404 also when it is not there for this person any more. */
export class CaseUnavailable extends Error {
  constructor(readonly status: number) {
    super(`The case could not be read (${status}).`)
  }
}

/** How the console reads one case: its key, and the request that reads it anew. */
export const caseQueryOptions = (reference: string) =>
  queryOptions({
    queryKey: ['cases', reference],
    queryFn: async ({ signal }): Promise<CaseView> => {
      const answer = await fetch(`/api/v1/cases/${encodeURIComponent(reference)}`, { signal })
      if (!answer.ok) throw new CaseUnavailable(answer.status)
      return (await answer.json()) as CaseView
    },
  })
