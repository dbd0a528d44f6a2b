/** PostgreSQL's codes for a transaction that was undone because of others at the same rows: deadlock, serialization failure. */
const lostCodes = new Set(['40P01', '40001'])
const mostTries = 4

/** Thrown within a transaction that met what another had taken first (its message); doing the whole of it again helps. */
export class LostTransaction extends Error {}

/**
 * Does a whole transaction again when the database ended it in favour of another: nothing of it had happened. Two changes may lock the
 * same people and cases in different orders, e.g. removing somebody while a case is handed to them.
 */
export async function againWhenLost<Value>(transact: () => Promise<Value>): Promise<Value> {
  for (let tries = 1; ; tries++) {
    try {
      return await transact()
    } catch (error) {
      if (tries === mostTries || !isLost(error)) throw error
    }
  }
}

/** Drizzle wraps what the driver throws. */
function isLost(error: unknown): boolean {
  if (error instanceof LostTransaction) return true
  if (!(error instanceof Error)) return false
  return ('code' in error && lostCodes.has(String(error.code))) || isLost(error.cause)
}
