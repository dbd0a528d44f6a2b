import { and, count, eq, inArray, ne } from 'drizzle-orm'
import { cases } from '@/db/schema'
import { successorOf } from '@/domain/cases/hand-over'
import type { Context } from '@/server/kernel/context'
import type { CaseRecord } from './case-record'
import { holdPerson } from './hold-person'
import type { FoundCase } from './load-case'
import { recordCaseEvent } from './record-case-event'
import { ownersOf, teamOf } from './team'
import { tellHandlerChange } from './tell-handler-change'
import { whoMay } from './who-may'

/**
 * A case that is opened again, by whatever way, is answered for by somebody who is here: whoever did before, if they still can, else
 * whoever opens it, else whoever would take over from one who leaves.
 */
export async function keepHandler(context: Context, found: FoundCase, record: CaseRecord): Promise<void> {
  const { handlerId: from, projectId } = found.case
  if (from === null) return
  if ((await whoMay(context, 'take_case', found.case, [{ personId: from }])).length > 0) return
  const { actor } = context
  const opener = actor.kind === 'person' ? [{ personId: actor.personId }] : []
  const [able] = await whoMay(context, 'take_case', found.case, opener)
  const team = await teamOf(context, projectId)
  const owners = await ownersOf(context)
  const ownerIds = owners.map(({ personId }) => personId)
  const toId = able?.personId ?? successorOf(from, await withOpenCases(context, team), ownerIds)
  const to = [...team, ...owners].find(({ personId }) => personId === toId)
  if (!to) throw new Error('Nobody is left who could answer for a case.')
  await holdPerson(context, to.personId, projectId)
  await context.tx.update(cases).set({ handlerId: to.personId }).where(eq(cases.id, found.case.id))
  const by = able ? context : { ...context, actor: { kind: 'job' as const, job: 'cases.keepHandler' } }
  await recordCaseEvent(by, found, 'handler_assigned', { from, to: to.personId })
  await tellHandlerChange(context, found, record, { from, to })
}

async function withOpenCases<Person extends { personId: string }>(
  { tx }: Context,
  team: readonly Person[],
): Promise<(Person & { openCases: number })[]> {
  if (team.length === 0) return []
  const ids = team.map(({ personId }) => personId)
  const counted = await tx
    .select({ personId: cases.handlerId, open: count() })
    .from(cases)
    .where(and(inArray(cases.handlerId, ids), ne(cases.stage, 'closed')))
    .groupBy(cases.handlerId)
  const openOf = (id: string) => counted.find(({ personId }) => personId === id)?.open ?? 0
  return team.map((one) => ({ ...one, openCases: openOf(one.personId) }))
}
