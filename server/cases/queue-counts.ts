import { and, sql, type SQL } from 'drizzle-orm'
import { cases } from '@/db/schema'
import { byName, statement } from '@/db/statement'
import { countedViews, mostCounted, type CountedView } from '@/domain/cases/queue-filters'
import type { Context } from '@/server/kernel/context'
import { inProject, inView } from './queue-conditions'
import { casesInScope, scopeShape } from './scope'

export type QueueCounts = Record<CountedView, number>

/**
 * One statement for each kind of reader, as which parts their scope has differs: the text of twelve counts costs more to write than
 * the answer costs to find.
 */
const countings = new Map<string, ReturnType<typeof countingOf>>()
const countingOf = (index: number, counts: Record<CountedView, SQL<number>>) =>
  statement(`queue_counts_${index}`, (tx) => tx.select(counts).from(sql`(select) as one`))

/** How many cases each saved view holds, of one project or of all; counting stops at `mostCounted`. One statement. */
export async function queueCounts(context: Context, project: string | undefined): Promise<QueueCounts> {
  const { put, values } = byName()
  const shared = and(casesInScope(context.actor, put), inProject(project, put))
  const counts = Object.fromEntries(
    countedViews.map((view) => [view, counted(and(shared, inView(view, context, put)))]),
  ) as Record<CountedView, SQL<number>>
  const reader = [scopeShape(context.actor), project !== undefined].join()
  const counting = countings.get(reader) ?? countingOf(countings.size, counts)
  countings.set(reader, counting)
  const [row] = await counting(context.tx).execute(values)
  if (!row) throw new Error('Counting gave no row.')
  return row
}

const counted = (where: SQL | undefined) =>
  sql<number>`(select count(*)::int from (select from ${cases} where ${where} limit ${sql.raw(String(mostCounted))}) as counted)`
