import Link from 'next/link'
import { foldAway } from '@/components/shell/folding-nav'
import { ViewsNav } from '@/components/shell/views-nav'
import { requestKindLabel, requestKinds } from '@/domain/requests/request'
import { requestViewLabel, requestViews, type RequestFilters } from '@/domain/requests/request-filters'
import { classNames } from '@/lib/class-names'
import type { RequestQueue } from '@/server/requests/request-queue'
import { requestsHref } from './request-href'

type Props = { filters: RequestFilters; counts: RequestQueue | undefined }

/** Views by state and kinds, with how many requests each holds; on a phone folded into one line. */
export function RequestViews(props: Props) {
  const { view, kind } = props.filters
  return (
    <ViewsNav
      chosen={
        <>
          {requestViewLabel[view]}
          {kind && `, ${requestKindLabel[kind].toLowerCase()}`}
        </>
      }
    >
      <Lists {...props} />
    </ViewsNav>
  )
}

function Lists({ filters, counts }: Props) {
  const { view, kind } = filters
  return (
    <div className="grid gap-3">
      <ul className="grid gap-0.5" aria-label="By state">
        {requestViews.map((one) => (
          <Entry
            key={one}
            href={requestsHref({ view: one, kind })}
            label={requestViewLabel[one]}
            count={counts?.views[one]}
            isHere={one === view}
          />
        ))}
      </ul>
      <ul className="grid gap-0.5 border-t border-line pt-3" aria-label="By kind">
        <Entry href={requestsHref({ view })} label="Every kind" isHere={kind === undefined} />
        {requestKinds.map((one) => (
          <Entry
            key={one}
            href={requestsHref({ view, kind: one })}
            label={requestKindLabel[one]}
            count={counts?.kinds[one]}
            isHere={one === kind}
          />
        ))}
      </ul>
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
        onClick={foldAway}
        className={classNames(
          'flex min-h-8 items-center justify-between gap-2 rounded-md px-2 text-text no-underline hover:bg-hover',
          isHere && 'bg-hover font-medium',
        )}
      >
        {label}
        {count !== undefined && <span className="font-normal text-muted tabular-nums">{count}</span>}
      </Link>
    </li>
  )
}
