import Link from 'next/link'
import { alertStates, type AlertState } from '@/domain/alerts/alert'
import { alertViewLabel } from '@/domain/alerts/alert-filters'
import { classNames } from '@/lib/class-names'
import { alertsHref } from './alert-href'

type Props = { here: AlertState; counts: Record<AlertState, number> }

/** The states alerts are in, with how many are. */
export function AlertViews({ here, counts }: Props) {
  return (
    <nav aria-label="Views">
      <ul className="flex flex-wrap gap-1">
        {alertStates.map((view) => (
          <li key={view}>
            <Link
              href={alertsHref(view)}
              prefetch={false}
              aria-current={view === here ? 'page' : undefined}
              className={classNames(
                'flex min-h-8 items-center gap-2 rounded-md px-3 text-text no-underline hover:bg-hover',
                view === here && 'bg-hover font-medium',
              )}
            >
              {alertViewLabel[view]}
              <span className="font-normal text-muted tabular-nums">{counts[view]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
