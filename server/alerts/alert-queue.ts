import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { alerts, projects } from '@/db/schema'
import { severityRank } from '@/db/schema/cases'
import { can } from '@/domain/access/can'
import { alertStates, type AlertSource, type AlertState } from '@/domain/alerts/alert'
import type { Rating } from '@/domain/severity/rating'
import type { Instant } from '@/lib/instant'
import type { Context } from '@/server/kernel/context'
import { query } from '@/server/kernel/query'
import { loadOwnAccount } from '@/server/people/load-account'
import { isProjectNamed, projectName } from '@/server/projects/load-project'
import { alertsInScope } from '@/server/projects/scope'
import { alertContent } from './alert-record'

/** One row of the list. */
export interface AlertSummary {
  id: string
  /** What a decision is made over. */
  version: number
  source: AlertSource
  title: string
  dependency: string | null
  rating: Rating | null
  projectName: string
  receivedAt: Instant
  /** Whether one may decide about it. */
  mayTriage: boolean
}

/** A project that has alerts, and how many of this view are its own. */
export interface AlertProject {
  slug: string
  name: string
  count: number
}

export interface AlertQueue {
  alerts: AlertSummary[]
  /** How many alerts each view holds, of the project asked for. */
  views: Record<AlertState, number>
  /** Every project with alerts, whichever was asked for, by name. */
  projects: AlertProject[]
  /** The alert the next page comes after; null: this is the last. */
  next: string | null
}

/** As many as can be decided at once. */
export const alertsOnPage = 100

/** The alerts one may see in a state, a page of them: those that wait with the worst first, others with the latest decision first. */
export const alertQueue = query({
  name: 'alerts.queue',
  input: z.object({
    view: z.enum(alertStates).default('open').catch('open'),
    project: projectName.optional().catch(undefined),
    after: z.uuid().optional().catch(undefined),
  }),
  may: 'list_alerts',
  load: loadOwnAccount,
  run: async (context, { view, project, after }): Promise<AlertQueue> => {
    const { tx, actor } = context
    const rows = await tx
      .select({ alert: alerts, projectName: projects.name })
      .from(alerts)
      .innerJoin(projects, eq(projects.id, alerts.projectId))
      .where(
        and(
          alertsInScope(actor),
          eq(alerts.state, view),
          project === undefined ? undefined : isProjectNamed(project),
          after === undefined ? undefined : comesAfter(view, after),
        ),
      )
      .orderBy(...orderOf(view))
      .limit(alertsOnPage + 1)
    const page = rows.slice(0, alertsOnPage).map(({ alert, projectName }): AlertSummary => {
      const { title, dependency } = alertContent(alert)
      const { id, version, source, rating, receivedAt, projectId } = alert
      const mayTriage = can(actor, 'triage_alerts', { kind: 'project', projectId }).allowed
      return { id, version, source, title, dependency, rating, projectName, receivedAt, mayTriage }
    })
    return {
      alerts: page,
      ...(await countedAlerts(context, view, project)),
      next: rows.length > alertsOnPage ? (page.at(-1)?.id ?? null) : null,
    }
  },
})

const orderOf = (view: AlertState) =>
  view === 'open'
    ? [asc(severityRank(alerts.rating)), asc(alerts.receivedAt), asc(alerts.id)]
    : [desc(alerts.settledAt), desc(alerts.id)]

/** Behind an alert in that order, wherever it is by now. */
const comesAfter = (view: AlertState, after: string) => {
  const lastRank = sql`(select ${severityRank(alerts.rating)} from ${alerts} where ${alerts.id} = ${after})`
  const last = (column: 'received_at' | 'settled_at') =>
    sql`(select last.${sql.raw(column)} from ${alerts} last where last.id = ${after})`
  return view === 'open'
    ? sql`(${severityRank(alerts.rating)}, ${alerts.receivedAt}, ${alerts.id}) > (${lastRank}, ${last('received_at')}, ${after}::uuid)`
    : sql`(${alerts.settledAt}, ${alerts.id}) < (${last('settled_at')}, ${after}::uuid)`
}

/** How many alerts there are of each state and project. One statement. */
async function countedAlerts(
  { tx, actor }: Context,
  view: AlertState,
  project: string | undefined,
): Promise<Pick<AlertQueue, 'views' | 'projects'>> {
  const counted = await tx
    .select({
      slug: projects.slug,
      name: projects.name,
      isAsked: project === undefined ? sql<boolean>`true` : sql<boolean>`${isProjectNamed(project)}`,
      state: alerts.state,
      count: sql<number>`count(*)::int`,
    })
    .from(alerts)
    .innerJoin(projects, eq(projects.id, alerts.projectId))
    .where(alertsInScope(actor))
    .groupBy(projects.id, alerts.state)
    .orderBy(asc(sql`lower(${projects.name})`), projects.id)
  const sumOf = (rows: typeof counted) => rows.reduce((sum, { count }) => sum + count, 0)
  const slugs = [...new Set(counted.map(({ slug }) => slug))]
  return {
    views: Object.fromEntries(
      alertStates.map((state) => [state, sumOf(counted.filter((row) => row.isAsked && row.state === state))]),
    ) as Record<AlertState, number>,
    projects: slugs.map((slug) => {
      const own = counted.filter((row) => row.slug === slug)
      return { slug, name: own[0]?.name ?? slug, count: sumOf(own.filter(({ state }) => state === view)) }
    }),
  }
}
