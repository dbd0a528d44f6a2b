import { and, eq, lt, lte, sql } from 'drizzle-orm'
import { cases } from '@/db/schema'
import type { Context } from '@/server/kernel/context'

/** Ids of cases with a broken promise or a task overdue of which somebody is still to be told, longest due first, at most `most`. */
export async function overdueCases(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  most: number,
): Promise<string[]> {
  const rows = await tx
    .select({ id: cases.id })
    .from(cases)
    .where(and(lt(cases.nextEscalationAt, now), sql`(not ${cases.isHeld} or ${isFirstHeld})`))
    .orderBy(cases.nextEscalationAt, cases.id)
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
