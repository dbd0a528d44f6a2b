/** PostgreSQL's codes for a transaction that was undone because of others at the same rows: deadlock, serialization failure. */
const lostCodes = new Set(['40P01', '40001'])
const uniqueViolation = '23505'
/** What was free when the transaction looked, and another has taken since: done again it draws another, or finds what is there. */
const takenMeanwhile = new Set([
  'cases_reference_unique',
  // Of the same submission sent twice at once: which of the two is looked at first is the database's.
  'reports_submissionHash_unique',
  'reports_receiptHash_unique',
])
const mostTries = 4

/**
 * Does a whole transaction again when the database ended it in favour of another: nothing of it had happened. Two changes may lock the
 * same people and cases in different orders, e.g. removing somebody while a case is handed to them; or take the same reference.
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
  if (!(error instanceof Error)) return false
  const { code, constraint } = error as { code?: string; constraint?: string }
  const isTaken = code === uniqueViolation && takenMeanwhile.has(constraint ?? '')
  return isTaken || lostCodes.has(code ?? '') || isLost(error.cause)
}
