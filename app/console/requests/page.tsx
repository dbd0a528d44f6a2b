import type { Metadata } from 'next'
import { requestsHref } from '@/components/requests/request-href'
import { RequestQueue } from '@/components/requests/request-queue'
import { requestQueryOptions } from '@/components/requests/request-query-options'
import { Seeded } from '@/components/shell/seeded'
import { readRequestFilters } from '@/domain/requests/request-filters'
import { requirePerson } from '@/server/auth/current-actor'
import { answerOf } from '@/server/kernel/page'
import { requestQueue } from '@/server/requests/request-queue'

export const metadata: Metadata = { title: 'Requests' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function RequestsPage({ searchParams }: Props) {
  const filters = readRequestFilters(await searchParams)
  const actor = await requirePerson(requestsHref(filters))
  const queue = await answerOf(requestQueue(actor, filters))
  return (
    <Seeded queryKey={requestQueryOptions(filters).queryKey} data={queue}>
      <RequestQueue filters={filters} />
    </Seeded>
  )
}
