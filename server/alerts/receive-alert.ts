import { randomUUID } from 'node:crypto'
import { and, eq, lt, sql } from 'drizzle-orm'
import { z } from 'zod'
import { alerts, githubHooks, hookDeliveries } from '@/db/schema'
import { readDependabotAlert, readRepositoryAdvisory, type AlertNews } from '@/domain/alerts/alert-content'
import { arrive, type StandingAlert } from '@/domain/alerts/arrive'
import { dayMs, plusMs } from '@/lib/instant'
import { command } from '@/server/kernel/command'
import type { Context } from '@/server/kernel/context'
import { recordInstanceEvent } from '@/server/kernel/instance-events'
import { invalid } from '@/server/kernel/problem'
import { vault } from '@/server/kernel/vault'
import { loadProject } from '@/server/projects/load-project'
import { alertContent, sealAlertText, type AlertRow } from './alert-record'
import { tellOfAlert } from './tell-of-alert'

/** GitHub repeats no delivery that is older. */
const rememberedMs = 30 * dayMs

const readers = {
  dependabot_alert: readDependabotAlert,
  repository_advisory: readRepositoryAdvisory,
} as const

/** Events of GitHub that are about alerts; all others are thanked for and left alone. */
export const alertEvents = Object.keys(readers) as (keyof typeof readers)[]

/** `repeated`: this delivery was taken before. `stale`: something newer was told already. */
export type DeliveryOutcome = 'taken' | 'repeated' | 'stale'

/** Takes one delivery of GitHub about an alert: each counts once, in whatever order they come. */
export const receiveAlert = command({
  name: 'alerts.receive',
  input: z.object({
    project: z.uuid(),
    event: z.enum(alertEvents),
    delivery: z.uuid('GitHub names each delivery by an id.'),
    payload: z.unknown(),
  }),
  may: 'receive_alert',
  load: (context, input) => loadProject(context, input.project),
  run: async (context, { event, delivery, payload }, { project }): Promise<DeliveryOutcome> => {
    const { tx, now } = context
    const [isNew] = await tx
      .insert(hookDeliveries)
      .values({ projectId: project.id, delivery, receivedAt: now })
      .onConflictDoNothing()
      .returning({ delivery: hookDeliveries.delivery })
    if (!isNew) return 'repeated'
    await tx.delete(hookDeliveries).where(lt(hookDeliveries.receivedAt, plusMs(now, -rememberedMs)))
    const read = readers[event](payload)
    if (!read.ok) throw invalid({ payload: [read.refusal.reason] })
    await tx.update(githubHooks).set({ lastDeliveryAt: now }).where(eq(githubHooks.projectId, project.id))
    return takeNews(context, project.id, read.value)
  },
})

async function takeNews(context: Context, projectId: string, news: AlertNews): Promise<DeliveryOutcome> {
  const { tx } = context
  const { source } = news
  const externalHash = vault().keyedHash('alert', news.external)
  // Two first words of one alert at once: the second waits here, and finds it.
  const name = `${projectId}/${source}/${externalHash}`
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`)
  const [known] = await tx
    .select()
    .from(alerts)
    .where(
      and(eq(alerts.projectId, projectId), eq(alerts.source, source), eq(alerts.externalHash, externalHash)),
    )
    .for('update')
  const stands = arrive(known ? standingOf(known) : null, {
    ...news,
    hasFix: news.content.fixedIn !== null,
  })
  if (!stands) return 'stale'
  const id = known?.id ?? randomUUID()
  const told = {
    ...columnsOf(context, stands, known),
    rating: news.rating,
    content: sealAlertText(id, 'content', JSON.stringify(news.content)),
  }
  if (known) {
    await tx
      .update(alerts)
      .set({ ...told, version: known.version + 1 })
      .where(eq(alerts.id, id))
    if (known.state !== stands.state || known.remoteState !== stands.remoteState)
      await recordInstanceEvent(context, 'alert_changed', { projectId, alertId: id, state: stands.state })
    return 'taken'
  }
  await tx.insert(alerts).values({ id, projectId, source, externalHash, receivedAt: context.now, ...told })
  await recordInstanceEvent(context, 'alert_received', { projectId, alertId: id, source })
  if (stands.state === 'open') await tellOfAlert(context, projectId, id)
  return 'taken'
}

const standingOf = (row: AlertRow): StandingAlert => ({
  state: row.state,
  settledAtSource: row.state !== 'open' && row.settledBy === null,
  dismissal: row.dismissal,
  hasFix: alertContent(row).fixedIn !== null,
  remoteState: row.remoteState,
  remoteChangedAt: row.remoteChangedAt,
})

/** What a person decided stays with their name, unless the alert is open again. */
function columnsOf({ now }: Context, stands: StandingAlert, known: AlertRow | undefined) {
  const { state, remoteState, remoteChangedAt } = stands
  const remote = { state, remoteState, remoteChangedAt }
  if (known && known.state === state) return remote
  const undone = { dismissal: null, reason: null, settledBy: null }
  return { ...remote, ...undone, settledAt: state === 'open' ? null : now }
}
