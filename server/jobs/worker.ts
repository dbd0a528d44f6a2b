import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '@/db/connection'
import { log } from '@/server/kernel/log'
import { watchMailbox } from '@/server/mail/incoming/watch-mailbox'
import { bossOf } from './boss'
import { moveDueTimers } from './due-timers'
import { beat, endBeat } from './heartbeat'
import { QueueRunner } from './queue-runner'
import { enqueueSweeps, testMinute } from './sweeps'
import './all-jobs'

export interface Worker {
  /** Finishes what was begun, begins nothing more. */
  stop(): Promise<void>
}

const tickMs = 1000

/**
 * Does the jobs, until stopped: in the web process over the embedded database, in processes of its own over PostgreSQL, where
 * there may be many. Only real time is polled; which timer is due the kernel's clock decides.
 */
export function startWorker({ database, id }: { database: Database; id: string }): Worker {
  const stopping = new AbortController()
  const runner = new QueueRunner(database, stopping.signal)
  const everyTick = () => moveDueTimers(database).then(() => runner.workWaiting())
  const duties = [
    { due: paced(5 * tickMs), act: () => beat(database.db, id) },
    { due: pacedBy(testMinute, 20 * tickMs), act: () => enqueueSweeps(database) },
    { due: paced(60 * tickMs), act: () => bossOf(database).maintain() },
    { due: () => true, act: everyTick },
  ]

  /** A database that is away for a while must not end the worker, nor one duty keep the next from being done. */
  async function tick(): Promise<void> {
    for (const { due, act } of duties) {
      try {
        if (due()) await act()
      } catch (error) {
        log('error', 'worker_duty_failed', { worker: id, error: nameOf(error) })
      }
    }
  }

  async function loop(): Promise<void> {
    log('info', 'worker_started', { worker: id })
    while (!stopping.signal.aborted) {
      await tick()
      await sleep(tickMs, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }

  const mailbox = watchMailbox(database, id)
  const looping = loop()
  return {
    async stop() {
      stopping.abort()
      await mailbox?.stop()
      await looping
      await runner.settled()
      await endBeat(database.db, id).catch(() => undefined)
      log('info', 'worker_stopped', { worker: id })
    },
  }
}

/** True at the first question, then again whenever that much real time has passed. */
const paced = (everyMs: number) => pacedBy(() => '', everyMs)

/** As `paced`, and true as well when the value has changed since it was last true. */
function pacedBy(valueOf: () => string, everyMs: number): () => boolean {
  let last = { value: '', atMs: -Infinity }
  return () => {
    const value = valueOf()
    if (value === last.value && performance.now() - last.atMs < everyMs) return false
    last = { value, atMs: performance.now() }
    return true
  }
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : typeof error)
