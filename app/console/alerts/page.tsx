import type { Metadata } from 'next'
import { AlertList } from '@/components/alerts/alert-list'
import { AlertViews } from '@/components/alerts/alert-views'
import { DrawnAgain } from '@/components/live/drawn-again'
import { PageHeading } from '@/components/ui/section'
import { alertFiltersOf } from '@/domain/alerts/alert-filters'
import { alertQueue } from '@/server/alerts/alert-queue'
import { requirePerson } from '@/server/auth/current-actor'
import { answerOf } from '@/server/kernel/page'
import { markAlertsRead } from '@/server/notifications/mark-read'

export const metadata: Metadata = { title: 'Alerts' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function AlertsPage({ searchParams }: Props) {
  const search = await searchParams
  const filters = alertFiltersOf(search)
  const after = typeof search.after === 'string' ? search.after : undefined
  const actor = await requirePerson('/console/alerts')
  const queue = await answerOf(alertQueue(actor, { ...filters, after }))
  await answerOf(markAlertsRead(actor, {}))
  return (
    <div className="grid gap-5">
      <DrawnAgain on="alerts" />
      <PageHeading
        title="Alerts"
        note="What GitHub tells of: vulnerable dependencies, and advisories of the repositories."
      />
      <AlertViews filters={filters} counts={queue.views} projects={queue.projects} />
      <AlertList queue={queue} filters={filters} after={after} />
    </div>
  )
}
