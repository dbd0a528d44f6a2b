import { eq, sql } from 'drizzle-orm'
import type { Database } from '@/db/connection'
import { migrate } from '@/db/migrate'
import { instance } from '@/db/schema'
import { now } from '@/server/kernel/clock'
import { getDatabase } from '@/server/kernel/database'
import { environment } from '@/server/kernel/environment'
import { confirmMasterKey, type KeyCheckStore } from '@/server/kernel/master-key'
import { prepareJobs } from './boss'

/**
 * What every process does before it serves or works: brings the database to the newest form, stops when the master key
 * is not the one the data was sealed with, makes the queues. Returns the process's database.
 */
export async function startUp(): Promise<Database> {
  const database = await getDatabase()
  await migrate(database)
  await confirmMasterKey(environment(), keyCheckIn(database))
  await prepareJobs(database)
  return database
}

const keyCheckIn = ({ db }: Database): KeyCheckStore => ({
  async read() {
    const [row] = await db.select({ keyCheck: instance.keyCheck }).from(instance).where(eq(instance.id, true))
    return row?.keyCheck ?? null
  },
  async write(keyCheck) {
    await db
      .insert(instance)
      .values({ keyCheck, createdAt: now() })
      .onConflictDoUpdate({
        target: instance.id,
        set: { keyCheck: sql`coalesce(${instance.keyCheck}, excluded.key_check)` },
      })
  },
})
