import Link from 'next/link'
import { alertStates, type AlertState } from '@/domain/alerts/alert'
import { alertViewLabel, type AlertFilters } from '@/domain/alerts/alert-filters'
import { classNames } from '@/lib/class-names'
import type { AlertProject } from '@/server/alerts/alert-queue'
import { alertsHref } from './alert-href'

type Props = {
  filters: AlertFilters
  counts: Record<AlertState, number>
  projects: readonly AlertProject[]
}

/** The states alerts are in, with how many are; and, where several have alerts, the projects. */
export function AlertViews({ filters, counts, projects }: Props) {
  const { view, project } = filters
  return (
    <div className="grid gap-2">
      <nav aria-label="Views">
        <ul className="flex flex-wrap gap-1">
          {alertStates.map((one) => (
            <Entry
              key={one}
              href={alertsHref({ ...filters, view: one })}
              label={alertViewLabel[one]}
              count={counts[one]}
              isHere={one === view}
            />
          ))}
        </ul>
      </nav>
      {(projects.length > 1 || project !== undefined) && (
        <nav aria-label="Projects">
          <ul className="flex flex-wrap gap-1">
            <Entry href={alertsHref({ view })} label="Every project" isHere={project === undefined} />
            {projects.map(({ slug, name, count }) => (
              <Entry
                key={slug}
                href={alertsHref({ view, project: slug })}
                label={name}
                count={count}
                isHere={slug === project}
              />
            ))}
          </ul>
        </nav>
      )}
    </div>
  )
}

function Entry(props: { href: string; label: string; count?: number; isHere: boolean }) {
  const { href, label, count, isHere } = props
  return (
    <li>
      <Link
        href={href}
        prefetch={false}
        aria-current={isHere ? 'page' : undefined}
        className={classNames(
          'flex min-h-8 items-center gap-2 rounded-md px-3 text-text no-underline hover:bg-hover',
          isHere && 'bg-hover font-medium',
        )}
      >
        {label}
        {count !== undefined && <span className="font-normal text-muted tabular-nums">{count}</span>}
      </Link>
    </li>
  )
}
