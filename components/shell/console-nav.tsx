'use client'

import {
  Briefcase,
  CalendarDays,
  ChartColumn,
  Inbox,
  ListChecks,
  MailOpen,
  MessageCircleQuestion,
  Send,
  Siren,
  Users,
} from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { classNames } from '@/lib/class-names'
import { foldAway } from './folding-nav'

const places = [
  { href: '/console', label: 'Queue', Icon: Inbox, alsoAt: '/console/cases' },
  { href: '/console/requests', label: 'Requests', Icon: MessageCircleQuestion },
  { href: '/console/alerts', label: 'Alerts', Icon: Siren },
  { href: '/console/calendar', label: 'Calendar', Icon: CalendarDays },
  { href: '/console/numbers', label: 'Numbers', Icon: ChartColumn },
  { href: '/console/projects', label: 'Projects', Icon: Briefcase },
  { href: '/console/people', label: 'People', Icon: Users, forOwners: true },
  { href: '/console/incoming', label: 'Incoming mail', Icon: MailOpen, forOwners: true },
  { href: '/console/outbox', label: 'Outbox', Icon: Send, forOwners: true },
  { href: '/console/jobs', label: 'Jobs', Icon: ListChecks, forOwners: true },
] as const

type Place = (typeof places)[number]

const isHere = (path: string, place: Place): boolean =>
  place.href === '/console'
    ? path === place.href || path.startsWith(place.alsoAt)
    : path === place.href || path.startsWith(`${place.href}/`)

/** The places of the console that this person may see, with the one they are at marked. */
export function ConsoleNav({ isOwner }: { isOwner: boolean }) {
  const path = usePathname()
  const seen = places.filter((place) => isOwner || !('forOwners' in place))
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
