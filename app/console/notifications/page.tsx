import type { Metadata } from 'next'
import { DrawnAgain } from '@/components/live/drawn-again'
import { NotificationList } from '@/components/notifications/notification-list'
import { PageHeading } from '@/components/ui/section'
import { requirePerson } from '@/server/auth/current-actor'
import { answerOf } from '@/server/kernel/page'
import { mostShown, ownNotifications } from '@/server/notifications/own-notifications'

export const metadata: Metadata = { title: 'Notifications' }

type Props = { searchParams: Promise<{ show?: string | string[] }> }

export default async function NotificationsPage({ searchParams }: Props) {
  const show = (await searchParams).show === 'unread' ? 'unread' : 'all'
  const actor = await requirePerson('/console/notifications')
  const { rows, unread } = await answerOf(ownNotifications(actor, { show }))
  return (
    <div className="grid max-w-3xl gap-6">
      <DrawnAgain on="notifications" />
      <PageHeading
        title="Notifications"
        note={`News of your cases and projects, the newest ${mostShown} of the last 90 days.`}
      />
      <NotificationList rows={rows} unread={unread} show={show} />
    </div>
  )
}
