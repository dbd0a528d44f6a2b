import { sql } from 'drizzle-orm'
import { cases } from '@/db/schema'
import { inline } from '@/db/statement'
import { mostCounted, type QueueFilters } from '@/domain/cases/queue-filters'
import type { Context } from '@/server/kernel/context'
import { queueConditions } from './queue-conditions'
import { readSearch } from './queue-search'

/**
 * How many cases the queue holds under each of several filters, in their order; counting stops at `mostCounted`. One statement, and one
 * before it for each that searches.
 */
export async function countedQueues(context: Context, queues: readonly QueueFilters[]): Promise<number[]> {
  if (queues.length === 0) return []
  const counts = []
  for (const filters of queues) {
    const search = filters.q === undefined ? null : await readSearch(context, filters.q)
    const where = queueConditions(context, filters, search, inline) ?? sql`true`
    counts.push(
      sql`(select count(*)::int from (select from ${cases} where ${where} limit ${mostCounted}) as counted)`,
    )
  }
  const { rows } = await context.tx.execute<{ counts: number[] }>(
    sql`select array[${sql.join(counts, sql`, `)}] as counts`,
  )
  return rows[0]?.counts ?? []
}
