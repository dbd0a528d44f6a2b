import type { Database } from '@/db/connection'
import { bossOf } from './boss'
import { declaredJobs } from './job'

/** Enqueues every `<noun>.sweep`, at most once a minute however many workers do so. */
export async function enqueueSweeps(database: Database): Promise<void> {
  const sweeps = declaredJobs().filter((name) => name.endsWith('.sweep'))
  for (const name of sweeps) await bossOf(database).send(name, {}, { singletonSeconds: 60 })
}
