import type { IconName } from '@/components/ui/icon-class'

export interface ConsolePlace {
  href: string
  label: string
  /** Stands before its name at the left; a place without one is reached from elsewhere. */
  icon?: IconName
  /** Pages below this belong to it as well. */
  alsoAt?: string
  /** What waits there is counted beside it. */
  counts?: 'waitingMails'
  /** There for owners of the desk alone. */
  forOwners?: true
}

/** The places of the console: those at the left in their order, then those that are reached from elsewhere. */
const consolePlaces: readonly ConsolePlace[] = [
  { href: '/console', label: 'Queue', icon: 'queue', alsoAt: '/console/cases' },
  { href: '/console/requests', label: 'Requests', icon: 'requests' },
  { href: '/console/alerts', label: 'Alerts', icon: 'alerts' },
  { href: '/console/calendar', label: 'Calendar', icon: 'calendar' },
  { href: '/console/numbers', label: 'Numbers', icon: 'numbers' },
  { href: '/console/projects', label: 'Projects', icon: 'projects' },
  { href: '/console/people', label: 'People', icon: 'people', forOwners: true },
  {
    href: '/console/incoming',
    label: 'Incoming mail',
    icon: 'incoming',
    forOwners: true,
    counts: 'waitingMails',
  },
  { href: '/console/outbox', label: 'Outbox', icon: 'outbox', forOwners: true },
  { href: '/console/jobs', label: 'Jobs', icon: 'jobs', forOwners: true },
  { href: '/console/notifications', label: 'Notifications' },
  { href: '/console/views', label: 'Kept views' },
  { href: '/console/weaknesses', label: 'Weaknesses (CWE)' },
  { href: '/console/account', label: 'Your account' },
]

/** The places that are there for this person. */
export const placesFor = ({ isOwner }: { isOwner: boolean }): ConsolePlace[] =>
  consolePlaces.filter(({ forOwners }) => isOwner || !forOwners)
