import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { alerts, projects } from '@/db/schema'
import { severityRank } from '@/db/schema/cases'
import { alertStates, type AlertSource, type AlertState } from '@/domain/alerts/alert'
import type { Rating } from '@/domain/severity/rating'
import type { Instant } from '@/lib/instant'
import { query } from '@/server/kernel/query'
import { loadOwnAccount } from '@/server/people/load-account'
import { alertContent } from './alert-record'
import { alertsInScope } from '@/server/projects/scope'

/** One row of the list. */
export interface AlertSummary {
  id: string
  source: AlertSource
  title: string
  dependency: string | null
  rating: Rating | null
  projectName: string
  receivedAt: Instant
}

export interface AlertQueue {
  alerts: AlertSummary[]
  /** How many alerts each view holds. */
  views: Record<AlertState, number>
  /** There are more than the list shows. */
  hasMore: boolean
}

const most = 200

/** The alerts one may see in a state: those that wait with the worst first, others with the latest decision first. */
export const alertQueue = query({
  name: 'alerts.queue',
  input: z.object({ view: z.enum(alertStates).default('open').catch('open') }),
  may: 'list_alerts',
  load: loadOwnAccount,
  run: async ({ tx, actor }, { view }): Promise<AlertQueue> => {
    const scope = alertsInScope(actor)
    const order =
      view === 'open'
        ? [severityRank(alerts.rating), asc(alerts.receivedAt), asc(alerts.id)]
        : [desc(alerts.settledAt), asc(alerts.id)]
    const rows = await tx
      .select({ alert: alerts, projectName: projects.name })
      .from(alerts)
      .innerJoin(projects, eq(projects.id, alerts.projectId))
      .where(and(scope, eq(alerts.state, view)))
      .orderBy(...order)
      .limit(most)
    const counted = await tx
      .select({ state: alerts.state, count: sql<number>`count(*)::int` })
      .from(alerts)
      .where(scope)
      .groupBy(alerts.state)
    const views = Object.fromEntries(
      alertStates.map((state) => [state, counted.find((one) => one.state === state)?.count ?? 0]),
    ) as Record<AlertState, number>
    return {
      alerts: rows.map(({ alert, projectName }) => {
        const { title, dependency } = alertContent(alert)
        const { id, source, rating, receivedAt } = alert
        return { id, source, title, dependency, rating, projectName, receivedAt }
      }),
      views,
      hasMore: views[view] > rows.length,
    }
  },
})
