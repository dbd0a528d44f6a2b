'use client'

import Link from 'next/link'
import { bound, listKeys } from '@/components/queue/key-tables'
import { usePageKeys } from '@/components/queue/page-keys'
import { useShortcuts } from '@/components/queue/use-shortcuts'
import { RatingBadge } from '@/components/severity/rating-badge'
import { EmptyState } from '@/components/ui/empty-state'
import { Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { alertSourceLabel, type AlertState } from '@/domain/alerts/alert'
import type { AlertQueue } from '@/server/alerts/alert-queue'
import { alertHref } from './alert-href'

const linkId = (id: string) => `alert-${id}`

/** Alerts in one state. `j` and `k` move, Enter opens. */
export function AlertList({ queue: { alerts, hasMore }, view }: { queue: AlertQueue; view: AlertState }) {
  function move(by: 1 | -1) {
    const here = alerts.findIndex(({ id }) => document.activeElement?.id === linkId(id))
    const next = alerts[here === -1 ? 0 : Math.min(Math.max(here + by, 0), alerts.length - 1)]
    if (next) document.getElementById(linkId(next.id))?.focus()
  }
  useShortcuts(bound(listKeys, { next: () => move(1), before: () => move(-1) }))
  usePageKeys('list')
  if (alerts.length === 0)
    return view === 'open' ? (
      <EmptyState title="No alert waits">
        GitHub tells of vulnerable dependencies here once a lead has connected it, under Connections in the
        settings of the project.
      </EmptyState>
    ) : (
      <EmptyState title="No alert here">Alerts come here once somebody has decided about them.</EmptyState>
    )
  return (
    <div className="grid gap-3">
      <Table caption="Alerts">
        <thead>
          <tr>
            <Th>Severity</Th>
            <Th>Alert</Th>
            <Th className="max-md:hidden">Source</Th>
            <Th className="max-md:hidden">Project</Th>
            <Th className="max-md:hidden">Arrived</Th>
          </tr>
        </thead>
        <tbody>
          {alerts.map(({ id, rating, title, dependency, source, projectName, receivedAt }) => (
            <tr key={id} className="hover:bg-hover">
              <Td>{rating ? <RatingBadge rating={rating} /> : '–'}</Td>
              <Th scope="row" className="font-normal">
                <Link
                  id={linkId(id)}
                  href={alertHref(id)}
                  prefetch={false}
                  className="block min-h-6 font-medium wrap-anywhere text-text no-underline hover:underline"
                >
                  {title}
                </Link>
                {dependency && <span className="font-mono text-sm text-muted">{dependency}</span>}
              </Th>
              <Td className="whitespace-nowrap max-md:hidden">{alertSourceLabel[source]}</Td>
              <Td className="whitespace-nowrap max-md:hidden">{projectName}</Td>
              <Td className="whitespace-nowrap text-muted max-md:hidden">
                <Time instant={receivedAt} show="relative" />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {hasMore && <p className="text-muted">These are the first {alerts.length}. Decide some to see more.</p>}
    </div>
  )
}
