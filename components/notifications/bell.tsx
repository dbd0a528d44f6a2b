'use client'

import { useQuery } from '@tanstack/react-query'
import { useFollowedLinks } from '@/components/shell/followed-links'
import { iconClass } from '@/components/ui/icon-class'
import { classNames } from '@/lib/class-names'
import { unreadQueryOptions } from './unread-query-options'

const most = 99

/** Leads to the notifications, and says how many are unread. Without scripts a plain link. */
export function Bell() {
  const follow = useFollowedLinks()
  const unread = useQuery(unreadQueryOptions).data?.unread ?? 0
  return (
    <a
      href="/console/notifications"
      onClick={follow}
      className={classNames(
        'relative flex size-8 items-center justify-center rounded-md text-muted before:size-4.5 hover:bg-hover',
        iconClass.notifications,
      )}
    >
      <span className="sr-only">Notifications{unread > 0 && `, ${unread} unread`}</span>
      {unread > 0 && (
        <span
          aria-hidden="true"
          className="absolute -top-0.5 -right-0.5 min-w-4 rounded-full bg-accent px-1 text-center text-[0.6875rem]/4 font-semibold text-on-accent tabular-nums"
        >
          {unread > most ? `${most}+` : unread}
        </span>
      )}
    </a>
  )
}
