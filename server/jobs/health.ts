import { getDatabase } from '@/server/kernel/database'
import { isWorkerAlive } from './heartbeat'

/** Does somebody do the jobs? A desk without a worker takes reports but tells nobody. */
export async function workerLives(): Promise<boolean> {
  const { db } = await getDatabase()
  return isWorkerAlive(db)
}
