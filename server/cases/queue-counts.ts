import { and, sql } from 'drizzle-orm'
import { cases } from '@/db/schema'
import { countedViews, mostCounted, type CountedView } from '@/domain/cases/queue-filters'
import type { Context } from '@/server/kernel/context'
import { inProject, inView } from './queue-conditions'
import { casesInScope } from './scope'

export type QueueCounts = Record<CountedView, number>

/** How many cases each saved view holds, of one project or of all; counting stops at `mostCounted`. One statement. */
export async function queueCounts(context: Context, project: string | undefined): Promise<QueueCounts> {
  const counts = countedViews.map((view) => {
    const where = and(casesInScope(context.actor), inView(view, context), inProject(project))
    return sql`(select count(*)::int from (select from ${cases} where ${where} limit ${mostCounted}) as counted) as ${sql.identifier(view)}`
  })
  const { rows } = await context.tx.execute<QueueCounts>(sql`select ${sql.join(counts, sql`, `)}`)
  if (!rows[0]) throw new Error('Counting gave no row.')
  return rows[0]
}
