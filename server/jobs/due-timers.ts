import { asc, eq, lte } from 'drizzle-orm'
import type { Database, Tx } from '@/db/connection'
import { timers } from '@/db/schema'
import { now } from '@/server/kernel/clock'
import { log } from '@/server/kernel/log'
import type { Instant } from '@/lib/instant'
import { sendJob } from './boss'
import { isJobName, jobData } from './job-data'

const batchSize = 50

/** Turns every timer that is due by the kernel's clock into a job, each exactly once however many workers do so. */
export async function moveDueTimers(database: Database): Promise<void> {
  const at = now()
  while ((await database.transaction((tx) => moveSome(tx, at))) === batchSize);
}

async function moveSome(tx: Tx, at: Instant): Promise<number> {
  const due = await tx
    .select()
    .from(timers)
    .where(lte(timers.runAt, at))
    .orderBy(asc(timers.runAt))
    .limit(batchSize)
    .for('update', { skipLocked: true })
  for (const timer of due) {
    await tx.delete(timers).where(eq(timers.id, timer.id))
    await send(tx, timer)
  }
  return due.length
}

/** A timer of another version of the program must not hold up those behind it. */
async function send(tx: Tx, timer: typeof timers.$inferSelect): Promise<void> {
  const told = isJobName(timer.job) ? jobData[timer.job].safeParse(timer.data) : null
  if (told?.success && isJobName(timer.job)) await sendJob(tx, timer.job, told.data)
  else log('error', 'timer_not_understood', { job: timer.job })
}
