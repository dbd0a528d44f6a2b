import Link from 'next/link'
import type { ReactNode } from 'react'
import { sortOf, type QueueFilters, type QueueSort } from '@/domain/cases/queue-filters'
import type { Instant } from '@/lib/instant'
import { queueHref } from './queue-href'
import { spellOutTime } from './queue-time'

type Props = { caption: string; filters: QueueFilters; now: Instant; children: ReactNode }

const heading =
  'border-b border-line px-2.5 py-1.5 text-left text-sm font-medium whitespace-nowrap text-muted first:pl-2'

/** The table around the rows. Roles are written out, because a row that is laid out as a card on a phone loses its own. */
export function QueueTable({ caption, filters, now, children }: Props) {
  return (
    <table
      role="table"
      onMouseOver={(event) => spellOutTime(event, now)}
      className="w-full border-collapse max-md:block"
    >
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup" className="max-md:sr-only">
        <tr role="row">
          <Sortable sort="severity" filters={filters}>
            Severity
          </Sortable>
          <th role="columnheader" scope="col" className={heading}>
            Title
          </th>
          <th role="columnheader" scope="col" className={heading}>
            Case
          </th>
          <th role="columnheader" scope="col" className={heading}>
            Stage
          </th>
          <Sortable sort="due" filters={filters}>
            Next
          </Sortable>
          <th role="columnheader" scope="col" className={heading}>
            Handler
          </th>
          <th role="columnheader" scope="col" className={heading}>
            Lines
          </th>
          <Sortable sort="age" filters={filters} className="text-right">
            Age
          </Sortable>
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-md:block">
        {children}
      </tbody>
    </table>
  )
}

function Sortable({
  sort,
  filters,
  className,
  children,
}: {
  sort: QueueSort
  filters: QueueFilters
  className?: string
  children: ReactNode
}) {
  const isSorted = sortOf(filters) === sort
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={isSorted ? (sort === 'severity' ? 'descending' : 'ascending') : undefined}
      className={`${heading} ${className ?? ''}`}
    >
      <Link
        href={queueHref({ ...filters, sort, cursor: undefined })}
        prefetch={false}
        className="text-muted no-underline hover:underline"
      >
        {children}
        {isSorted && <span aria-hidden="true"> {sort === 'severity' ? '↓' : '↑'}</span>}
      </Link>
    </th>
  )
}
