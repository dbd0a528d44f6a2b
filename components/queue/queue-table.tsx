import { useEffect, useRef, type ReactNode } from 'react'
import { useFollowedLinks } from '@/components/shell/followed-links'
import { sortOf, type QueueFilters, type QueueSort } from '@/domain/cases/queue-filters'
import type { Instant } from '@/lib/instant'
import { queueHref } from './queue-href'
import { spellOut } from './spell-out'

type Props = { caption: string; filters: QueueFilters; now: Instant; children: ReactNode }

const heading =
  'border-b border-line px-2 py-1.5 text-left text-sm font-medium whitespace-nowrap text-muted first:pl-2'

/** The table around the rows. */
export function QueueTable({ caption, filters, now, children }: Props) {
  const follow = useFollowedLinks()
  const body = useRef<HTMLTableSectionElement>(null)
  // A row that is laid out as a card on a phone loses its role in some browsers. Written out by the server they would be a tenth of the page.
  useEffect(() => {
    for (const row of body.current?.rows ?? []) {
      row.role = 'row'
      for (const cell of row.cells) cell.role = 'cell'
    }
  }, [children])
  return (
    <table
      role="table"
      onMouseOver={(event) => spellOut(event, now)}
      className="w-full border-collapse max-md:block"
    >
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup" onClick={follow} className="max-md:sr-only">
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
      <tbody ref={body} role="rowgroup" className="queue-rows">
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
      <a
        href={queueHref({ ...filters, sort, cursor: undefined })}
        className="text-muted no-underline hover:underline"
      >
        {children}
        {isSorted && <span aria-hidden="true"> {sort === 'severity' ? '↓' : '↑'}</span>}
      </a>
    </th>
  )
}
