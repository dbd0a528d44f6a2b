import { randomUUID } from 'node:crypto'
import os from 'node:os'
import { noteSocketAddresses } from '@/server/auth/socket-header'
import { startUp } from '@/server/jobs/start-up'
import { startWorker, type Worker } from '@/server/jobs/worker'
import { environment } from '@/server/kernel/environment'
import { log } from '@/server/kernel/log'
import { followers } from '@/server/live/followers'
import { setUpLink } from '@/server/people/set-up-link'
import { giveBackMemory } from '@/lib/give-back-memory'
import type { Database } from '@/db/connection'

/**
 * Starts what the web process needs: checks the environment and the master key, migrates, and over the embedded database
 * works the jobs as well (over PostgreSQL they have processes of their own). What is wrong stops the start with one sentence.
 */
export async function startWebProcess(): Promise<void> {
  try {
    const { DATABASE_URL, BASE_URL } = environment()
    noteSocketAddresses()
    const database = await startUp()
    const worker = DATABASE_URL
      ? null
      : startWorker({ database, id: `${os.hostname()}/${process.pid}/${randomUUID().slice(0, 8)}` })
    stopOnSignal(database, worker)
    say(`Disclosure Desk is at ${BASE_URL}`)
    if (DATABASE_URL) say('Jobs are done by worker processes: start at least one with "npm run worker".')
    giveBackMemory()
    const link = await setUpLink()
    if (link)
      say(
        `Nobody owns this desk yet. Open this link within 24 hours to make the first owner's account:\n  ${link}`,
      )
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
    process.exit(1)
  }
}

const say = (words: string) => process.stdout.write(`\n${words}\n`)

/** Ends cleanly: jobs in hand are finished, browsers that follow go elsewhere, the database is closed. Asked twice, it ends at once. */
function stopOnSignal(database: Database, worker: Worker | null): void {
  let isStopping = false
  const stop = async (signal: string) => {
    if (isStopping) process.exit(1)
    isStopping = true
    log('info', 'web_process_stopping', { signal })
    await Promise.all([worker?.stop(), followers().close()])
    await database.close()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal))
}
