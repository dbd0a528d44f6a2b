'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { classNames } from '@/lib/class-names'
import { placesFor, type ConsolePlace } from './console-places'
import { foldAway } from './folding-nav'

const isHere = (path: string, place: ConsolePlace): boolean =>
  path === place.href || path.startsWith(place.alsoAt ?? `${place.href}/`)

/** The places of the console that this person may see, with the one they are at marked. */
export function ConsoleNav({ isOwner }: { isOwner: boolean }) {
  const path = usePathname()
  const seen = placesFor({ isOwner }).filter(({ isAside }) => !isAside)
  return (
    <ul className="grid gap-0.5">
      {seen.map((place) => (
        <li key={place.href}>
          <Link
            href={place.href}
            prefetch={false}
            onClick={foldAway}
            aria-current={isHere(path, place) ? 'page' : undefined}
            className={classNames(
              'flex min-h-8 items-center gap-2.5 rounded-md px-2 text-text no-underline hover:bg-hover',
              isHere(path, place) && 'bg-hover font-medium',
            )}
          >
            <place.Icon aria-hidden="true" className="size-4 text-muted" />
            {place.label}
          </Link>
        </li>
      ))}
    </ul>
  )
}
