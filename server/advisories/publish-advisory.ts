import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { advisories, cases, projects, publications } from '@/db/schema'
import { buildPublicDocument, type PublicDocument } from '@/domain/advisories/public-document'
import { mayPublish } from '@/domain/embargo/announce'
import { notOverridden } from '@/domain/embargo/override'
import type { Gate } from '@/domain/embargo/gates'
import { caseCommand } from '@/server/cases/case-command'
import { loadCaseRecord, type CaseRecord } from '@/server/cases/case-record'
import { closeDuplicates } from '@/server/cases/close-duplicates'
import type { FoundCase } from '@/server/cases/load-case'
import { tellHandlers, tellReporters } from '@/server/cases/notices'
import { recordCaseEvent } from '@/server/cases/record-case-event'
import { cancelTimer, enqueue } from '@/server/jobs/enqueue'
import type { Context } from '@/server/kernel/context'
import { allowedBy } from '@/server/kernel/problem'
import { gatesOfCase, loadAdvisory, type AdvisoryRecord } from './advisory-record'
import { timerKey } from './schedule-announcement'

export type PublishOutcome = 'published' | 'already_published' | 'not_scheduled' | 'waiting' | 'suspended'

/**
 * What the job does at the promised moment: asks the gates again, then publishes, waits, or suspends and tells the handler.
 * Asked any number of times, by any number of workers, it publishes once: the case's row is locked, and the first revision
 * of an advisory can exist only once.
 */
export const publishAdvisory = caseCommand({
  name: 'advisories.publish',
  input: {},
  may: 'publish',
  run: async (context, _input, found): Promise<PublishOutcome> => {
    if (found.case.announcedAt !== null) return 'already_published'
    if (found.case.resolution !== null) return 'not_scheduled'
    const advisory = await loadAdvisory(context, found)
    if (!advisory || advisory.row.scheduledFor === null || advisory.row.suspendedAt !== null)
      return 'not_scheduled'
    const record = await loadCaseRecord(context, found)
    const gates = await gatesOfCase(context, found, record, advisory)
    const decided = mayPublish(gates, advisory.override, advisory.row.scheduledFor, context.now)
    switch (decided.decision) {
      case 'wait':
        await enqueue(
          context,
          'advisories.publish',
          { caseId: found.case.id },
          { runAt: decided.until, key: timerKey(found.case.id) },
        )
        return 'waiting'
      case 'suspend':
        await suspend(context, found, advisory, decided.gates)
        return 'suspended'
      case 'publish':
        await publish(context, found, record, advisory)
        return 'published'
    }
  },
})

/** Before the announcement: suspends the schedule at once if, at its moment, a gate will not hold. */
export async function suspendIfGatesClose(context: Context, found: FoundCase): Promise<void> {
  const advisory = await loadAdvisory(context, found)
  if (!advisory || advisory.row.scheduledFor === null || advisory.row.suspendedAt !== null) return
  const record = await loadCaseRecord(context, found)
  const gates = await gatesOfCase(context, found, record, advisory, advisory.row.scheduledFor)
  const closed = notOverridden(
    gates.filter((gate) => !gate.isMet),
    advisory.override,
  )
  if (closed.length > 0) await suspend(context, found, advisory, closed)
}

async function suspend(
  context: Context,
  found: FoundCase,
  { row }: AdvisoryRecord,
  closed: readonly Gate[],
): Promise<void> {
  const openGates = closed.map((gate) => gate.code)
  await context.tx
    .update(advisories)
    .set({ suspendedAt: context.now, suspendedGates: openGates })
    .where(eq(advisories.id, row.id))
  await cancelTimer(context, timerKey(found.case.id))
  await recordCaseEvent(context, found, 'schedule_suspended', { openGates })
  await tellHandlers(context, found, 'schedule_suspended', `${row.scheduledFor}:${context.now}`)
}

async function publish(
  context: Context,
  found: FoundCase,
  record: CaseRecord,
  advisory: AdvisoryRecord,
): Promise<void> {
  const { row } = advisory
  const document = allowedBy(
    buildPublicDocument({
      ...advisory,
      lines: record.lines.map((line) => line.status),
      id: row.publicId,
      project: await publicProjectOf(context, found.case.projectId),
      events: record.events,
      publishedAt: context.now,
    }),
  )
  await context.tx.insert(publications).values({
    id: randomUUID(),
    advisoryId: row.id,
    projectId: row.projectId,
    publicId: row.publicId,
    revision: 1,
    kind: 'announcement',
    document,
    publishedAt: context.now,
  })
  await context.tx.update(cases).set({ announcedAt: context.now }).where(eq(cases.id, found.case.id))
  await recordCaseEvent(context, found, 'advisory_published', { revision: 1 })
  await tellReporters(context, found, record, 'announced', row.publicId)
  await closeDuplicates(context, found.case.id, row.publicId)
  await tellHandlers(context, found, 'announced', row.publicId)
}

/** What a published document says of its project. Throws when there is no such project. */
export async function publicProjectOf(
  { tx }: Context,
  projectId: string,
): Promise<PublicDocument['project']> {
  const [project] = await tx
    .select({ name: projects.name, slug: projects.slug, packages: projects.packages })
    .from(projects)
    .where(eq(projects.id, projectId))
  if (!project) throw new Error('A case without its project.')
  return project
}
