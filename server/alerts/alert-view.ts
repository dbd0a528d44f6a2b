import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { people } from '@/db/schema'
import { can } from '@/domain/access/can'
import { loadCase } from '@/server/cases/load-case'
import type { Context } from '@/server/kernel/context'
import { query } from '@/server/kernel/query'
import { alertContent, alertReason, type AlertRow } from './alert-record'
import { alertName, loadAlert } from './load-alert'

/** An alert with all it says, how it stands here and at GitHub, and whether one may triage it. */
export const alertView = query({
  name: 'alerts.view',
  input: z.object({ alert: alertName }),
  may: 'view_alerts',
  load: (context, input) => loadAlert(context, input.alert),
  run: async (context, _input, { alert, project, subject }) => ({
    id: alert.id,
    version: alert.version,
    source: alert.source,
    state: alert.state,
    rating: alert.rating,
    receivedAt: alert.receivedAt,
    remote: { state: alert.remoteState, changedAt: alert.remoteChangedAt },
    content: alertContent(alert),
    project: { slug: project.slug, name: project.name },
    decision: await decisionOf(context, alert),
    mayTriage: can(context.actor, 'triage_alerts', subject),
  }),
})
export type AlertView = Extract<Awaited<ReturnType<typeof alertView>>, { ok: true }>['value']

async function decisionOf(context: Context, alert: AlertRow) {
  if (alert.settledAt === null) return null
  const [person] = alert.settledBy
    ? await context.tx.select({ name: people.name }).from(people).where(eq(people.id, alert.settledBy))
    : []
  return {
    at: alert.settledAt,
    /** null: GitHub said so. */
    by: person?.name ?? null,
    dismissal: alert.dismissal,
    reason: alertReason(alert),
    /** null: there is none, or one may not see it. */
    reference: alert.caseId ? ((await loadCase(context, alert.caseId))?.case.reference ?? null) : null,
  }
}
