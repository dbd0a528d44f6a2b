'use client'

import Link from 'next/link'
import { RatingBadge } from '@/components/severity/rating-badge'
import { Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { alertSourceLabel } from '@/domain/alerts/alert'
import type { AlertSummary } from '@/server/alerts/alert-queue'
import { alertHref } from './alert-href'
import { ChooseAlert, ChooseAllAlerts } from './choose-alert'

export const alertLinkId = (id: string) => `alert-${id}`

type Props = {
  alerts: readonly AlertSummary[]
  /** Inside a form that does something to several. */
  isChoosing: boolean
}

/** Alerts, a row each. */
export function AlertTable({ alerts, isChoosing }: Props) {
  return (
    <Table caption="Alerts">
      <thead>
        <tr>
          {isChoosing && (
            <Th className="w-8">
              <ChooseAllAlerts />
            </Th>
          )}
          <Th>Severity</Th>
          <Th>Alert</Th>
          <Th className="max-md:hidden">Source</Th>
          <Th className="max-md:hidden">Project</Th>
          <Th className="max-md:hidden">Arrived</Th>
        </tr>
      </thead>
      <tbody>
        {alerts.map((alert) => {
          const { id, rating, title, dependency, source, projectName, receivedAt, mayTriage } = alert
          return (
            <tr key={id} className="hover:bg-hover">
              {isChoosing && <Td>{mayTriage && <ChooseAlert alert={alert} />}</Td>}
              <Td>{rating ? <RatingBadge rating={rating} /> : '–'}</Td>
              <Th scope="row" className="font-normal">
                <Link
                  id={alertLinkId(id)}
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
          )
        })}
      </tbody>
    </Table>
  )
}
