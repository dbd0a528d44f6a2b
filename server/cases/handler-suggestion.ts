import { and, eq, gt, inArray, sql } from 'drizzle-orm'
import { cases, events, people, projects } from '@/db/schema'
import { isOpen } from '@/db/schema/cases'
import { suggestedHandler, type HandlerSuggestion } from '@/domain/cases/suggested-handler'
import { turnAt } from '@/domain/people/rota'
import { dayAndMonth } from '@/lib/describe-time'
import { dayMs, plusMs, toInstant, type Instant } from '@/lib/instant'
import type { Context } from '@/server/kernel/context'
import { query } from '@/server/kernel/query'
import { absencesNow } from '@/server/people/absences-now'
import { policyInForce } from '@/server/policies/policy-in-force'
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
    const onDuty = await dutyOf(context, found.case.projectId)
    return { suggestion: suggestedHandler({ candidates, handlerId, standIn, onDuty }) }
  },
})

/** Who is on duty now, and their last day, in the project's zone. */
async function dutyOf(context: Context, projectId: string) {
  const [row] = await context.tx
    .select({ rota: projects.rota })
    .from(projects)
    .where(eq(projects.id, projectId))
  if (!row?.rota) return null
  const { timeZone } = (await policyInForce(context, projectId)).terms.businessCalendar
  const turn = turnAt(row.rota, timeZone, context.now)
  return turn && { personId: turn.personId, untilDay: dayAndMonth(plusMs(turn.until, -1), timeZone) }
}

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
