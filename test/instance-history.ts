import { asc, eq } from 'drizzle-orm'
import { events } from '@/db/schema'
import { instanceChainId } from '@/server/kernel/event-chain'
import { testDatabase } from './database'

/** What happened outside any case, oldest first. */
export async function instanceHistory() {
  const { db } = await testDatabase()
  return db.select().from(events).where(eq(events.chainId, instanceChainId)).orderBy(asc(events.position))
}
