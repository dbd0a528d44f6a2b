import type { Metadata } from 'next'
import { AlertList } from '@/components/alerts/alert-list'
import { AlertViews } from '@/components/alerts/alert-views'
import { DrawnAgain } from '@/components/live/drawn-again'
import { PageHeading } from '@/components/ui/section'
import { alertViewOf } from '@/domain/alerts/alert-filters'
import { alertQueue } from '@/server/alerts/alert-queue'
import { requirePerson } from '@/server/auth/current-actor'
import { answerOf } from '@/server/kernel/page'
import { markAlertsRead } from '@/server/notifications/mark-read'

export const metadata: Metadata = { title: 'Alerts' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function AlertsPage({ searchParams }: Props) {
  const view = alertViewOf((await searchParams).view)
  const actor = await requirePerson('/console/alerts')
  const queue = await answerOf(alertQueue(actor, { view }))
  await answerOf(markAlertsRead(actor, {}))
  return (
    <div className="grid gap-5">
      <DrawnAgain on="alerts" />
      <PageHeading
        title="Alerts"
        note="What GitHub tells of: vulnerable dependencies, and advisories of the repositories."
      />
      <AlertViews here={view} counts={queue.views} />
      <AlertList queue={queue} view={view} />
    </div>
  )
}
