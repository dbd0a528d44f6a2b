import type { Tx } from './connection'

const commits = new WeakMap<Tx, () => void>()

/** Lets the end of this transaction leave with its last statements. The embedded engine has no need of it. */
export function endBy(tx: Tx, commit: () => void): void {
  commits.set(tx, commit)
}

/** Within a step of a transaction no statement is its last. */
export async function withoutEnd<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const commit = commits.get(tx)
  commits.delete(tx)
  try {
    return await work()
  } finally {
    if (commit) commits.set(tx, commit)
  }
}

/**
 * The last statements of a transaction, which all are asked in one turn of the event loop: its end leaves together with them, instead
 * of after their answers. The database undoes everything when one of them fails. Throw nothing for what they answer, and ask nothing
 * after them: by then it has happened.
 */
export async function lastStatements<T>(tx: Tx, ask: () => Promise<T>): Promise<T> {
  const commit = commits.get(tx)
  if (!commit) return ask()
  let isBroken = false
  // After everything that is asked in this turn, and before it leaves: whoever holds it back until then comes later in the same queue.
  process.nextTick(() => {
    if (!isBroken) commit()
  })
  try {
    return await ask()
  } catch (error) {
    // Before it left: nothing of it may be kept.
    isBroken = true
    throw error
  }
}
