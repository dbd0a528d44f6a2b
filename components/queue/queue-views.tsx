import { foldAway } from '@/components/shell/folding-nav'
import { useFollowedLinks } from '@/components/shell/followed-links'
import { ViewsNav } from '@/components/shell/views-nav'
import {
  countText,
  queueViews,
  viewLabel,
  viewOf,
  type QueueFilters,
  type QueueView,
} from '@/domain/cases/queue-filters'
import { isShown, type SavedView } from '@/domain/views/saved-view'
import { classNames } from '@/lib/class-names'
import type { QueueCounts } from '@/server/cases/queue-counts'
import { KeptViews } from './kept-views'
import { queueHref } from './queue-href'

type Props = { filters: QueueFilters; counts: QueueCounts | undefined; views: readonly SavedView[] }

const countOf = (view: QueueView, counts: QueueCounts | undefined): string | null => {
  const count = counts && view in counts ? counts[view as keyof QueueCounts] : undefined
  return count === undefined ? null : countText(count)
}

/** The views of the desk with how many cases each holds, and those that people keep; on a phone folded into one line. */
export function QueueViews(props: Props) {
  const current = viewOf(props.filters)
  const kept = props.views.find((view) => isShown(view, props.filters))
  const count = kept ? null : countOf(current, props.counts)
  return (
    <ViewsNav
      chosen={
        <>
          {kept?.name ?? viewLabel[current]}
          {count !== null && <span className="ml-2 text-muted tabular-nums">{count}</span>}
        </>
      }
    >
      <ViewList {...props} />
    </ViewsNav>
  )
}

function ViewList({ filters, counts, views }: Props) {
  const current = viewOf(filters)
  const kept = views.find((view) => isShown(view, filters))
  const follow = useFollowedLinks()
  return (
    <div
      onClick={(event) => {
        foldAway(event)
        follow(event)
      }}
    >
      <ul className="grid gap-0.5">
        {queueViews.map((view) => {
          const count = countOf(view, counts)
          const isHere = view === current && !kept
          const isUrgent = view === 'overdue' && count !== null && count !== '0'
          return (
            <li key={view}>
              <a
                href={queueHref({ view: view === 'open' ? undefined : view, project: filters.project })}
                aria-current={isHere ? 'page' : undefined}
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
              </a>
            </li>
          )
        })}
      </ul>
      <KeptViews views={views} current={kept} />
    </div>
  )
}
