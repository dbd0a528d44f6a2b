import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import os from 'node:os'
import { startUp } from '@/server/jobs/start-up'
import { startWorker } from '@/server/jobs/worker'
import { environment } from '@/server/kernel/environment'

/** People come first: on a machine it shares with web processes the worker takes what they leave. */
const yielding = os.constants.priority.PRIORITY_BELOW_NORMAL

/** A process that does the desk's jobs, over PostgreSQL. There may be any number of them. */
async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  if (!environment().DATABASE_URL) {
    throw new Error(
      'The worker needs DATABASE_URL. Without it the desk does its jobs itself, and no worker is started.',
    )
  }
  os.setPriority(yielding)
  const database = await startUp()
  const worker = startWorker({ database, id: `${os.hostname()}/${process.pid}/${randomUUID().slice(0, 8)}` })

  let isStopping = false
  const stop = async () => {
    // Whoever asks twice does not want to wait for the mail that is being sent.
    if (isStopping) process.exit(1)
    isStopping = true
    await worker.stop()
    await database.close()
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop())
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
