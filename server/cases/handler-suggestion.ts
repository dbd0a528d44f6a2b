import { and, eq, gt, inArray, sql } from 'drizzle-orm'
import { cases, events, people } from '@/db/schema'
import { isOpen } from '@/db/schema/cases'
import { suggestedHandler, type HandlerSuggestion } from '@/domain/cases/suggested-handler'
import { dayMs, plusMs, toInstant, type Instant } from '@/lib/instant'
import type { Context } from '@/server/kernel/context'
import { query } from '@/server/kernel/query'
import { absencesNow } from '@/server/people/absences-now'
import { z } from 'zod'
import { caseName, loadCase } from './load-case'
import { casesInScope } from './scope'
import { ownersOf, teamOf } from './team'

/** Cases that were received longer ago say nothing about whose turn it is. */
const turnDays = 90

/** Whom to give the case, and why: by what everybody who is here has on their hands, counting only cases that the asker may see. */
export const handlerSuggestion = query({
  name: 'cases.handlerSuggestion',
  input: z.object({ case: caseName }),
  may: 'assign_handler',
  load: (context, input) => loadCase(context, input.case),
  run: async (context, _input, found): Promise<{ suggestion: HandlerSuggestion | null }> => {
    const members = (await teamOf(context, found.case.projectId)).filter(({ role }) => role !== 'observer')
    const able = members.length > 0 ? members : await ownersOf(context)
    const ids = able.map(({ personId }) => personId)
    const [absences, loads, given] = await Promise.all([
      absencesNow(context),
      loadsOf(context, ids),
      lastGiven(context, ids),
    ])
    const { handlerId } = found.case
    const away = handlerId === null ? null : absences.awayOn(handlerId, found.case)
    const candidates = able.map(({ personId, name }) => ({
      personId,
      name,
      ...(loads.get(personId) ?? { open: 0, dueSoon: 0, overdue: 0 }),
      lastGivenAt: given.get(personId) ?? null,
      isAway: absences.awayIds.includes(personId),
    }))
    const standIn = away && {
      awayName: await nameOf(context, handlerId ?? ''),
      personId: away.standIn?.personId ?? null,
    }
    return { suggestion: suggestedHandler({ candidates, handlerId, standIn }) }
  },
})

async function nameOf({ tx }: Context, personId: string): Promise<string> {
  const [person] = await tx.select({ name: people.name }).from(people).where(eq(people.id, personId))
  return person?.name ?? 'The handler'
}

async function loadsOf({ tx, actor, now }: Context, ids: string[]) {
  const due = (until: Instant) => sql`${cases.nextDueAt} < ${until}::timestamptz`
  const rows = await tx
    .select({
      handlerId: cases.handlerId,
      open: sql<number>`count(*)::int`,
      overdue: sql<number>`(count(*) filter (where ${due(now)}))::int`,
      dueSoon: sql<number>`(count(*) filter (where ${due(plusMs(now, dayMs))} and not ${due(now)}))::int`,
    })
    .from(cases)
    .where(and(inArray(cases.handlerId, ids), isOpen(cases.stage), casesInScope(actor)))
    .groupBy(cases.handlerId)
  return new Map(rows.map(({ handlerId, ...load }) => [handlerId ?? '', load]))
}

/** When each was last given a case they still answer for, or acknowledged one. */
async function lastGiven({ tx, actor, now }: Context, ids: string[]): Promise<Map<string, Instant>> {
  const rows = await tx
    .select({ handlerId: cases.handlerId, at: sql<string>`max(${events.at})` })
    .from(cases)
    .innerJoin(events, eq(events.chainId, cases.id))
    .where(
      and(
        inArray(cases.handlerId, ids),
        gt(cases.receivedAt, plusMs(now, -turnDays * dayMs)),
        inArray(events.type, ['handler_assigned', 'acknowledged']),
        sql`coalesce(${events.data}->>'to', ${events.data}->>'handlerId') = ${cases.handlerId}::text`,
        casesInScope(actor),
      ),
    )
    .groupBy(cases.handlerId)
  return new Map(rows.map(({ handlerId, at }) => [handlerId ?? '', toInstant(at)]))
}
