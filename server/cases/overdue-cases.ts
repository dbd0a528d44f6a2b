import { and, eq, lte, sql, type SQL } from 'drizzle-orm'
import { cases, events } from '@/db/schema'
import { escalationLadder } from '@/domain/cases/escalation'
import { plusMs, type Instant } from '@/lib/instant'
import type { Context } from '@/server/kernel/context'

/** Ids of cases whose next promise has passed, closed ones that still owe an authority something included, at most `most`: those first of which somebody still has to be told. */
export async function overdueCases(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  most: number,
): Promise<string[]> {
  const rows = await tx
    .select({ id: cases.id })
    .from(cases)
    .where(and(lte(cases.nextDueAt, now), sql`(not ${cases.isHeld} or ${isFirstHeld})`))
    .orderBy(isToldAlready(now), cases.nextDueAt, cases.id)
    .limit(most)
  return rows.map(({ id }) => id)
}

/** Ids of cases with a promise that is due soon and of which nobody was told so, the nearest first, at most `most`. */
export async function nearCases({ tx, now }: Pick<Context, 'tx' | 'now'>, most: number): Promise<string[]> {
  const rows = await tx
    .select({ id: cases.id })
    .from(cases)
    .where(and(lte(cases.nextNearAt, now), eq(cases.isHeld, sql`false`)))
    .orderBy(cases.nextNearAt, cases.id)
    .limit(most)
  return rows.map(({ id }) => id)
}

/** Of what is held the oldest speaks for all: a flood is one matter to look at. */
const isFirstHeld = sql`(${cases.nextDueKind} = 'acknowledge' and not exists (
  select 1 from ${cases} earlier where earlier.project_id = ${cases.projectId} and earlier.is_held
    and (earlier.received_at, earlier.id) < (${cases.receivedAt}, ${cases.id})))`

/** Whether every step that the promise due next asks for by now was taken: those cases come last, so that they never keep another waiting. */
function isToldAlready(now: Instant): SQL {
  // A task goes no further than the first step.
  const due = escalationLadder.map(
    ({ to, afterMs }) =>
      sql`(${cases.nextDueAt} < ${plusMs(now, -afterMs)}::timestamptz and (${to} = 'handler' or ${cases.nextDueKind} is distinct from 'task'))::int`,
  )
  const told = sql`(select count(distinct one.data->>'to') from ${events} one
    where one.chain_id = ${cases.id} and one.type = 'escalated' and one.at >= ${cases.nextDueAt})`
  return sql`${told} >= ${sql.join(due, sql` + `)}`
}
