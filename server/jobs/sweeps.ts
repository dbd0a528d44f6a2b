import type { Database } from '@/db/connection'
import { bossOf } from './boss'
import { declaredJobs } from './job'
import type { JobName } from './job-data'

const sweeps: JobName[] = ['cases.sweep', 'mail.sweep', 'people.sweep']

/** Enqueues the sweeps, at most once a minute however many workers do so. */
export async function enqueueSweeps(database: Database): Promise<void> {
  const mine = declaredJobs()
  for (const name of sweeps) {
    if (mine.includes(name)) await bossOf(database).send(name, {}, { singletonSeconds: 60 })
  }
}
