import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { alerts } from '@/db/schema'
import { dismissals, type AlertState } from '@/domain/alerts/alert'
import { caseTextOf } from '@/domain/alerts/case-text'
import { checkTriage, needsWords } from '@/domain/alerts/triage'
import { optionalLongText } from '@/lib/text'
import { versionSeen } from '@/lib/version-seen'
import { actingPerson } from '@/server/cases/acting-person'
import { command } from '@/server/kernel/command'
import type { Context } from '@/server/kernel/context'
import { recordInstanceEvent } from '@/server/kernel/instance-events'
import { allowedBy, conflict, invalid } from '@/server/kernel/problem'
import { openCase } from '@/server/reports/open-case'
import { alertContent, sealAlertText } from './alert-record'
import { alertName, loadAlert, type FoundAlert } from './load-alert'

const named = { alert: alertName, seen: versionSeen() }
const reason = optionalLongText(5_000)

/** Makes a case of the alert; whoever takes it answers for it. */
export const takeAlert = command({
  name: 'alerts.take',
  input: z.object(named),
  may: 'triage_alerts',
  load: (context, input) => loadAlert(context, input.alert, { lock: true }),
  run: async (context, { seen }, found) => {
    allowedBy(checkTriage(found.alert.state, 'taken'))
    const { alert, project } = found
    const content = alertContent(alert)
    const { caseId, reference } = await openCase(context, project, {
      channel: alert.source === 'dependabot' ? 'dependency_alert' : 'github_advisory',
      receivedAt: alert.receivedAt,
      ...caseTextOf(content),
      severity: {
        vector: content.vector,
        rating: alert.rating,
        cwes: content.cwes,
        from: `As GitHub states it${content.identifiers.length > 0 ? `, in ${content.identifiers.join(', ')}` : ''}.`,
      },
    })
    await settle(context, found, seen, { state: 'taken', caseId })
    return { reference }
  },
})

/** Says that the alert needs nothing, and why. */
export const dismissAlert = command({
  name: 'alerts.dismiss',
  input: z.object({
    ...named,
    dismissal: z.enum(dismissals, { error: 'Choose why nothing has to be done.' }),
    reason,
  }),
  may: 'triage_alerts',
  load: (context, input) => loadAlert(context, input.alert, { lock: true }),
  run: async (context, { seen, dismissal, reason: words }, found) => {
    allowedBy(checkTriage(found.alert.state, 'dismissed'))
    if (needsWords(dismissal) && words === null)
      throw invalid({ reason: ['Say why, so that the next one who looks understands.'] })
    await settle(context, found, seen, { state: 'dismissed', dismissal, words })
  },
})

/** Says that what the alert tells of is fixed already. */
export const markAlertFixed = command({
  name: 'alerts.markFixed',
  input: z.object({ ...named, reason }),
  may: 'triage_alerts',
  load: (context, input) => loadAlert(context, input.alert, { lock: true }),
  run: async (context, { seen, reason: words }, found) => {
    allowedBy(checkTriage(found.alert.state, 'fixed'))
    await settle(context, found, seen, { state: 'fixed', words })
  },
})

/** Puts an alert that was settled back to those that wait. */
export const reopenAlert = command({
  name: 'alerts.reopen',
  input: z.object(named),
  may: 'triage_alerts',
  load: (context, input) => loadAlert(context, input.alert, { lock: true }),
  run: async (context, { seen }, found) => {
    allowedBy(checkTriage(found.alert.state, 'open'))
    await settle(context, found, seen, { state: 'open' })
  },
})

interface Decision {
  state: AlertState
  caseId?: string
  dismissal?: (typeof dismissals)[number]
  words?: string | null
}

/** Stores a decision over what the person saw, and records it. */
async function settle(
  context: Context,
  { alert, project }: FoundAlert,
  seen: number,
  { state, caseId, dismissal, words }: Decision,
): Promise<void> {
  const isOpen = state === 'open'
  const [stored] = await context.tx
    .update(alerts)
    .set({
      state,
      caseId: caseId ?? null,
      dismissal: dismissal ?? null,
      reason: words ? sealAlertText(alert.id, 'reason', words) : null,
      settledBy: isOpen ? null : actingPerson(context.actor).personId,
      settledAt: isOpen ? null : context.now,
      version: seen + 1,
    })
    .where(and(eq(alerts.id, alert.id), eq(alerts.version, seen)))
    .returning({ id: alerts.id })
  if (!stored)
    throw conflict('The alert changed meanwhile. Load the page again to see what is new, then decide.')
  await recordInstanceEvent(context, 'alert_triaged', { projectId: project.id, alertId: alert.id, state })
}
