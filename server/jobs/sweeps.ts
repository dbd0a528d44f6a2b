import { statSync } from 'node:fs'
import type { Database } from '@/db/connection'
import { now } from '@/server/kernel/clock'
import { environment } from '@/server/kernel/environment'
import { bossOf } from './boss'
import { declaredJobs } from './job'

/** Enqueues every `<noun>.sweep`, at most once a minute however many workers do so. */
export async function enqueueSweeps(database: Database): Promise<void> {
  const once = { singletonSeconds: 60, singletonKey: testMinute() }
  const sweeps = declaredJobs().filter((name) => name.endsWith('.sweep'))
  for (const name of sweeps) await bossOf(database).send(name, {}, once)
}

/** In a test start the minute at which the clock was set, and when: a minute set is a minute passed. Empty otherwise. */
export const testMinute = (): string => {
  const { TEST_CLOCK_FILE } = environment()
  return TEST_CLOCK_FILE ? `${now().slice(0, 16)} ${statSync(TEST_CLOCK_FILE).mtimeMs}` : ''
}
