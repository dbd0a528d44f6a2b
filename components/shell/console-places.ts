import {
  Bell,
  Bookmark,
  Briefcase,
  Bug,
  CalendarDays,
  ChartColumn,
  Inbox,
  ListChecks,
  MailOpen,
  MessageCircleQuestion,
  Send,
  Siren,
  UserRound,
  Users,
  type LucideIcon,
} from 'lucide-react'

export interface ConsolePlace {
  href: string
  label: string
  Icon: LucideIcon
  /** Pages below this belong to it as well. */
  alsoAt?: string
  /** What waits there is counted beside it. */
  counts?: 'waitingMails'
  /** There for owners of the desk alone. */
  forOwners?: true
  /** Reached from elsewhere; not among the places at the left. */
  isAside?: true
}

/** The places of the console: those at the left in their order, then those that are reached from elsewhere. */
const consolePlaces: readonly ConsolePlace[] = [
  { href: '/console', label: 'Queue', Icon: Inbox, alsoAt: '/console/cases' },
  { href: '/console/requests', label: 'Requests', Icon: MessageCircleQuestion },
  { href: '/console/alerts', label: 'Alerts', Icon: Siren },
  { href: '/console/calendar', label: 'Calendar', Icon: CalendarDays },
  { href: '/console/numbers', label: 'Numbers', Icon: ChartColumn },
  { href: '/console/projects', label: 'Projects', Icon: Briefcase },
  { href: '/console/people', label: 'People', Icon: Users, forOwners: true },
  {
    href: '/console/incoming',
    label: 'Incoming mail',
    Icon: MailOpen,
    forOwners: true,
    counts: 'waitingMails',
  },
  { href: '/console/outbox', label: 'Outbox', Icon: Send, forOwners: true },
  { href: '/console/jobs', label: 'Jobs', Icon: ListChecks, forOwners: true },
  { href: '/console/notifications', label: 'Notifications', Icon: Bell, isAside: true },
  { href: '/console/views', label: 'Kept views', Icon: Bookmark, isAside: true },
  { href: '/console/weaknesses', label: 'Weaknesses (CWE)', Icon: Bug, isAside: true },
  { href: '/console/account', label: 'Your account', Icon: UserRound, isAside: true },
]

/** The places that are there for this person. */
export const placesFor = ({ isOwner }: { isOwner: boolean }): ConsolePlace[] =>
  consolePlaces.filter(({ forOwners }) => isOwner || !forOwners)
