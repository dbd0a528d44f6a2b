'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useReadAgainMs } from '@/components/live/live-provider'
import { bound, listKeys } from '@/components/queue/key-tables'
import { KeysButton } from '@/components/queue/keys-button'
import { usePageKeys } from '@/components/queue/page-keys'
import { spellOut } from '@/components/queue/spell-out'
import { useShortcuts } from '@/components/queue/use-shortcuts'
import { ReadFailure } from '@/components/shell/read-failure'
import { EmptyState } from '@/components/ui/empty-state'
import { useMinute } from '@/components/ui/minute'
import { SkeletonRows } from '@/components/ui/skeleton'
import { requestKindLabel } from '@/domain/requests/request'
import { requestViewLabel, type RequestFilters } from '@/domain/requests/request-filters'
import type { RequestSummary } from '@/server/requests/request-queue'
import { requestsHref } from './request-href'
import { requestQueryOptions } from './request-query-options'
import { RequestRow, requestRowLinkId } from './request-row'
import { RequestViews } from './request-views'

const noRows: RequestSummary[] = []
const columns = ['Kind', 'What is asked', 'State', 'Project'] as const
const heading =
  'border-b border-line px-2.5 py-1.5 text-left text-sm font-medium whitespace-nowrap text-muted first:pl-2'

/** What people asked of the projects: by state and kind, the longest wait first. Works by keys, by mouse, and as links alone. */
export function RequestQueue({ filters }: { filters: RequestFilters }) {
  const now = useMinute()
  const query = useQuery({ ...requestQueryOptions(filters), refetchInterval: useReadAgainMs() })
  const [chosen, setChosen] = useState<string | null>(null)
  const rows = query.data?.requests ?? noRows
  const selected = rows.find(({ id }) => id === chosen) ?? rows[0]

  function move(by: 1 | -1) {
    const isFocused = selected && document.activeElement?.id === requestRowLinkId(selected.id)
    const index = selected ? rows.indexOf(selected) + (isFocused ? by : 0) : -1
    const next = rows[Math.min(Math.max(index, 0), rows.length - 1)]
    if (next) document.getElementById(requestRowLinkId(next.id))?.focus()
  }
  useShortcuts(bound(listKeys, { next: () => move(1), before: () => move(-1) }))
  usePageKeys('list')

  const kind = filters.kind ? `: ${requestKindLabel[filters.kind].toLowerCase()}` : ''
  const title = `${requestViewLabel[filters.view]}${kind}`
  return (
    <div className="grid gap-x-6 gap-y-4 lg:grid-cols-[11.5rem_minmax(0,1fr)]">
      <RequestViews filters={filters} counts={query.data} />
      <section aria-labelledby="requests-title" className="grid min-w-0 content-start gap-3">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h1 id="requests-title" className="text-[1.375rem]/7">
            Requests <span className="font-normal text-muted">{title}</span>
          </h1>
          <KeysButton />
        </div>
        {query.isError && (
          <ReadFailure
            error={query.error}
            what="The list of requests"
            path={requestsHref(filters)}
            retry={() => void query.refetch()}
          />
        )}
        {query.isPending && !query.isError && <SkeletonRows rows={6} label="Reading the requests" />}
        {query.data && rows.length === 0 && (
          <EmptyState title={filters.view === 'open' ? 'Nothing to answer' : 'No request here'}>
            People ask before testing, suggest changes to a policy, and ask for backports on the page of each
            project.
          </EmptyState>
        )}
        {rows.length > 0 && (
          <table
            role="table"
            onMouseOver={(event) => spellOut(event, now)}
            className="w-full border-collapse max-md:block"
          >
            <caption className="sr-only">Requests: {title}</caption>
            <thead role="rowgroup" className="max-md:sr-only">
              <tr role="row">
                {columns.map((name) => (
                  <th key={name} role="columnheader" scope="col" className={heading}>
                    {name}
                  </th>
                ))}
                <th role="columnheader" scope="col" className={`${heading} text-right`}>
                  Age
                </th>
              </tr>
            </thead>
            <tbody role="rowgroup" className="max-md:block">
              {rows.map((row) => (
                <RequestRow
                  key={row.id}
                  row={row}
                  now={now}
                  isSelected={row === selected && chosen !== null}
                  onSelect={setChosen}
                />
              ))}
            </tbody>
          </table>
        )}
      </section>
    </div>
  )
}
