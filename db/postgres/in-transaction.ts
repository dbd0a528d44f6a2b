import type { Pool, PoolClient, QueryResult } from 'pg'
import type { KeepingClient } from './keeping-client'

/**
 * Commits when `work` returns; rolls back when it throws, and throws on what it threw. The beginning is not waited for: it leaves
 * together with the first statement. `commit` lets the end leave early as well, together with the statements asked last: whatever
 * is asked after it is refused, and should a statement before it fail, it undoes everything. `before` asks on the same connection
 * ahead of the transaction, and so as no part of it; it must ask at once, not after waiting.
 */
export async function inTransaction<T>(
  pool: Pool,
  work: (client: PoolClient, commit: () => void) => Promise<T>,
  before?: (client: PoolClient) => unknown,
): Promise<T> {
  const client = (await pool.connect()) as PoolClient & KeepingClient
  let ended: Promise<QueryResult> | null = null
  const commit = (): Promise<QueryResult> => {
    if (ended) return ended
    ended = client.query('commit')
    client.isOver = true
    // Whoever waits for it hears of it below.
    ended.catch(() => undefined)
    return ended
  }
  client.firstFailure = null
  try {
    before?.(client)
    // Should it fail, the connection is gone, and so the first statement fails as well.
    client.query('begin').catch(() => undefined)
    const result = await work(client, commit)
    const { command } = await commit()
    if (command !== 'COMMIT') throw new Error('A statement failed unheard, so the transaction was undone.')
    return result
  } catch (error) {
    await (ended ?? client.query('rollback')).catch(() => undefined)
    throw isConsequence(error) ? (client.firstFailure ?? error) : error
  } finally {
    client.isOver = false
    client.release()
  }
}

/** PostgreSQL answers so to whatever is asked in a transaction after a failure (in_failed_sql_transaction). */
const isConsequence = (error: unknown): boolean =>
  error instanceof Error && (('code' in error && error.code === '25P02') || isConsequence(error.cause))

/** A step within a transaction: what it did is undone alone when `work` throws. */
export async function inStep<T>(client: PoolClient, work: () => Promise<T>): Promise<T> {
  await client.query('savepoint step')
  try {
    const result = await work()
    await client.query('release savepoint step')
    return result
  } catch (error) {
    await client.query('rollback to savepoint step')
    throw error
  }
}
