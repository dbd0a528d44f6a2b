import type { Pool, PoolClient } from 'pg'

/**
 * Commits when `work` returns; rolls back when it throws, and throws on what it threw. The beginning is not waited for: it leaves
 * together with the first statement.
 */
export async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    // Should it fail, the connection is gone, and so the first statement fails as well.
    client.query('begin').catch(() => undefined)
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

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
