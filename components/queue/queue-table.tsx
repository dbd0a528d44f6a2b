import Link from 'next/link'
import type { ReactNode } from 'react'
import { sortOf, type QueueFilters, type QueueSort } from '@/domain/cases/queue-filters'
import type { Instant } from '@/lib/instant'
import { queueHref } from './queue-href'
import { spellOutTime } from './queue-time'

type Props = { caption: string; filters: QueueFilters; now: Instant; children: ReactNode }

const heading =
  'border-b border-line px-2 py-1.5 text-left text-sm font-medium whitespace-nowrap text-muted first:pl-2'

// A queue has hundreds of cells: classes on each of them would be most of the page.
const rowsClass =
  '*:cursor-default *:hover:bg-hover *:data-selected:bg-hover/60 *:data-selected:shadow-[inset_2px_0_var(--color-accent)] max-md:block max-md:*:grid max-md:*:grid-cols-[auto_auto_minmax(0,1fr)_auto] max-md:*:items-baseline max-md:*:gap-x-3 max-md:*:gap-y-1 max-md:*:border-b max-md:*:border-line max-md:*:px-2 max-md:*:py-2.5'
const cellsClass =
  'md:[&_td]:border-b md:[&_td]:border-line md:[&_td]:px-2 md:[&_td]:py-1.5 md:[&_td:first-child]:pr-0 md:[&_td:first-child]:pl-2 md:[&_td:last-child]:pr-2 [&_input]:size-5 [&_input]:align-middle [&_input]:accent-accent'

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
          <th role="columnheader" scope="col" className={heading}>
            <span className="sr-only">Choose</span>
          </th>
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
      <tbody role="rowgroup" className={`${rowsClass} ${cellsClass}`}>
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
