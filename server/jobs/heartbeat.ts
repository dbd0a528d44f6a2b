import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/connection'
import { workers } from '@/db/schema'

/** A worker not seen for so long counts as gone. */
const silenceSeconds = 30

/** Whether a worker lives is a fact of the machine, so that here the database's clock counts and not the kernel's. */
const databaseNow = sql`now()`

/** Says that the worker lives. */
export async function beat(tx: Tx, id: string): Promise<void> {
  await tx
    .insert(workers)
    .values({ id, startedAt: databaseNow, seenAt: databaseNow })
    .onConflictDoUpdate({ target: workers.id, set: { seenAt: databaseNow } })
}

/** The worker ended as it should; those that did not are forgotten after an hour. */
export async function endBeat(tx: Tx, id: string): Promise<void> {
  await tx.delete(workers).where(sql`${workers.id} = ${id} or ${workers.seenAt} < now() - interval '1 hour'`)
}

/** Was a worker seen in the last 30 seconds? */
export async function isWorkerAlive(tx: Tx): Promise<boolean> {
  const [seen] = await tx
    .select({ id: workers.id })
    .from(workers)
    .where(sql`${workers.seenAt} > now() - make_interval(secs => ${silenceSeconds})`)
    .limit(1)
  return seen !== undefined
}
