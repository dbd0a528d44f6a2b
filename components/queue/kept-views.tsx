import type { SavedView } from '@/domain/views/saved-view'
import { classNames } from '@/lib/class-names'
import { queueHref } from './queue-href'

type Props = {
  views: readonly SavedView[]
  /** The one that is shown. */
  current: SavedView | undefined
}

/** The views that people keep, one's own before those of the teams; nothing while there are none. */
export function KeptViews({ views, current }: Props) {
  if (views.length === 0) return null
  const lists = [
    { title: 'Your views', list: views.filter(({ project }) => project === null) },
    { title: 'Shared views', list: views.filter(({ project }) => project !== null) },
  ]
  return (
    <div className="mt-4 grid gap-3">
      {lists.map(
        ({ title, list }) =>
          list.length > 0 && (
            <div key={title}>
              <p id={`views ${title}`} className="px-2 pb-1 text-sm text-muted">
                {title}
              </p>
              <ul aria-labelledby={`views ${title}`} className="grid gap-0.5">
                {list.map((view) => (
                  <li key={view.id}>
                    <a
                      href={queueHref(view.filters)}
                      aria-current={view === current ? 'page' : undefined}
                      className={classNames(
                        'flex min-h-8 items-center rounded-md px-2 wrap-anywhere text-text no-underline hover:bg-hover',
                        view === current && 'bg-hover font-medium',
                      )}
                    >
                      {view.name}
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          ),
      )}
      <p className="px-2">
        <a href="/console/views" className="inline-flex min-h-6 items-center text-sm text-muted underline">
          Order, rename, remove
        </a>
      </p>
    </div>
  )
}
