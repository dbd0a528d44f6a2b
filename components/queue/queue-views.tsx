import Link from 'next/link'
import { foldAway } from '@/components/shell/folding-nav'
import { ViewsNav } from '@/components/shell/views-nav'
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
    <ViewsNav
      chosen={
        <>
          {viewLabel[current]}
          {count !== null && <span className="ml-2 text-muted tabular-nums">{count}</span>}
        </>
      }
    >
      <ViewList {...props} />
    </ViewsNav>
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
              onClick={foldAway}
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
