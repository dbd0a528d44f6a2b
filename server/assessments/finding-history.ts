import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { events } from '@/db/schema'
import type { FindingState } from '@/domain/assessments/finding'
import { instanceEventData, type InstanceEventType } from '@/domain/people/instance-event'
import type { Instant } from '@/lib/instant'
import type { Context } from '@/server/kernel/context'
import { instanceChainId } from '@/server/kernel/event-chain'
import { vault } from '@/server/kernel/vault'

const steps = [
  'finding_added',
  'finding_changed',
  'finding_settled',
  'finding_reopened',
] as const satisfies readonly InstanceEventType[]

/** One step of what became of a finding. */
export interface FindingStep {
  type: (typeof steps)[number]
  at: Instant
  /** As they were called then. */
  by: string | null
  /** What it was settled as; null: it was not. */
  state: Exclude<FindingState, 'open'> | null
  /** Why an acceptance was put back, with the reason it was accepted for. */
  reason: string | null
}

/** What became of each finding of an assessment, oldest first, by the finding's id. One statement. */
export async function findingHistories(
  { tx }: Context,
  assessmentId: string,
): Promise<Map<string, FindingStep[]>> {
  const rows = await tx
    .select()
    .from(events)
    .where(
      and(
        eq(events.chainId, instanceChainId),
        inArray(events.type, [...steps]),
        sql`${events.data} ->> 'assessmentId' = ${assessmentId}`,
      ),
    )
    .orderBy(asc(events.position))
  const histories = new Map<string, FindingStep[]>()
  for (const { type, at, actor, data, prose, position } of rows) {
    const settled = instanceEventData.finding_settled.safeParse(data)
    const { findingId } = instanceEventData.finding_added.parse(data)
    const place = { table: 'events', row: `${instanceChainId}/${position}`, column: 'prose' }
    const step: FindingStep = {
      type: type as FindingStep['type'],
      at,
      by: actor.kind === 'person' ? actor.name : null,
      state: settled.success && settled.data.state !== 'open' ? settled.data.state : null,
      reason: prose && vault().instanceVault.open(place, prose),
    }
    histories.set(findingId, [...(histories.get(findingId) ?? []), step])
  }
  return histories
}
