'use client'

import { useQuery } from '@tanstack/react-query'
import { usePathname } from 'next/navigation'
import { unreadQueryOptions } from '@/components/notifications/unread-query-options'
import { iconClass } from '@/components/ui/icon-class'
import { classNames } from '@/lib/class-names'
import { countText } from '@/domain/cases/queue-filters'
import { placesFor, type ConsolePlace } from './console-places'
import { foldAway } from './folding-nav'
import { useFollowedLinks } from './followed-links'

const isHere = (path: string, place: ConsolePlace): boolean =>
  path === place.href || path.startsWith(place.alsoAt ?? `${place.href}/`)

/** The places of the console that this person may see, with the one they are at marked. */
export function ConsoleNav({ isOwner }: { isOwner: boolean }) {
  const path = usePathname()
  const follow = useFollowedLinks()
  const unread = useQuery(unreadQueryOptions).data
  const seen = placesFor({ isOwner }).filter(({ icon }) => icon)
  return (
    <ul
      onClick={(event) => {
        foldAway(event)
        follow(event)
      }}
      className="grid gap-0.5"
    >
      {seen.map((place) => (
        <li key={place.href}>
          <a
            href={place.href}
            aria-current={isHere(path, place) ? 'page' : undefined}
            className={classNames(
              'flex min-h-8 items-center gap-2.5 rounded-md px-2 text-text no-underline before:text-muted hover:bg-hover',
              place.icon && iconClass[place.icon],
              isHere(path, place) && 'bg-hover font-medium',
            )}
          >
            {place.label}
            {place.counts && <Waiting count={unread?.[place.counts] ?? 0} />}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** How many things wait at a place. */
const Waiting = ({ count }: { count: number }) =>
  count > 0 && (
    <span className="ml-auto text-sm text-muted tabular-nums">
      {countText(count)}
      <span className="sr-only"> waiting</span>
    </span>
  )
