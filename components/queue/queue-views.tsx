import Link from 'next/link'
import {
  mostCounted,
  queueViews,
  viewLabel,
  viewOf,
  type QueueFilters,
  type QueueView,
} from '@/domain/cases/queue-filters'
import { classNames } from '@/lib/class-names'
import type { QueueCounts } from '@/server/cases/queue-counts'
import { queueHref } from './queue-href'

type Props = { filters: QueueFilters; counts: QueueCounts | undefined }

const countOf = (view: QueueView, counts: QueueCounts | undefined): string | null => {
  const count = counts && view in counts ? counts[view as keyof QueueCounts] : undefined
  if (count === undefined) return null
  return count >= mostCounted ? `${mostCounted - 1}+` : String(count)
}

/** The saved views with how many cases each holds; on a phone folded into one line. */
export function QueueViews(props: Props) {
  const current = viewOf(props.filters)
  const count = countOf(current, props.counts)
  return (
    <>
      <nav aria-label="Views" className="max-lg:hidden">
        <ViewList {...props} />
      </nav>
      <details className="rounded-md border border-line lg:hidden">
        <summary className="flex min-h-10 items-center px-3 font-medium">
          <span className="mr-2 font-normal text-muted">View</span>
          {viewLabel[current]}
          {count !== null && <span className="ml-2 text-muted tabular-nums">{count}</span>}
        </summary>
        <nav aria-label="Views" className="border-t border-line p-1">
          <ViewList {...props} />
        </nav>
      </details>
    </>
  )
}

function ViewList({ filters, counts }: Props) {
  const current = viewOf(filters)
  return (
    <ul className="grid gap-0.5">
      {queueViews.map((view) => {
        const count = countOf(view, counts)
        const isHere = view === current
        const isUrgent = view === 'overdue' && count !== null && count !== '0'
        return (
          <li key={view}>
            <Link
              href={queueHref({ view: view === 'open' ? undefined : view, project: filters.project })}
              prefetch={false}
              aria-current={isHere ? 'page' : undefined}
              onClick={(event) => event.currentTarget.closest('details')?.removeAttribute('open')}
              className={classNames(
                'flex min-h-8 items-center justify-between gap-2 rounded-md px-2 text-text no-underline hover:bg-hover',
                isHere && 'bg-hover font-medium',
              )}
            >
              {viewLabel[view]}
              {count !== null && (
                <span
                  className={classNames(
                    'tabular-nums',
                    isUrgent ? 'font-medium text-overdue' : 'font-normal text-muted',
                  )}
                >
                  {isUrgent && <span aria-hidden="true">! </span>}
                  {count}
                </span>
              )}
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
