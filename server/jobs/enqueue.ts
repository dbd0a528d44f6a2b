import { eq } from 'drizzle-orm'
import { timers } from '@/db/schema'
import type { Context } from '@/server/kernel/context'
import type { Instant } from '@/lib/instant'
import { sendJob } from './boss'
import { jobData, type JobData, type JobName } from './job-data'

/** When: at once, or at an instant of the kernel's clock under a key. */
type When = { runAt?: Instant; key: string } | { runAt?: undefined; key?: undefined }

/**
 * Causes a job in the caller's transaction: if that is rolled back, the job never was. An instant that lies ahead makes a timer;
 * the same key again moves it, and a key without such an instant ends the timer and runs the job at once.
 */
export async function enqueue<Name extends JobName>(
  context: Pick<Context, 'tx' | 'now'>,
  name: Name,
  data: JobData<Name>,
  { runAt, key }: When = {},
): Promise<void> {
  const told = jobData[name].parse(data) as JobData<Name>
  if (runAt !== undefined && runAt > context.now) {
    const timer = { job: name, data: told, runAt }
    await context.tx
      .insert(timers)
      .values({ key, ...timer })
      .onConflictDoUpdate({ target: timers.key, set: timer })
    return
  }
  if (key !== undefined) await cancelTimer(context, key)
  await sendJob(context.tx, name, told)
}

/** Ends the timer of that key, if there is one. A job that it already caused still runs, and asks the rows. */
export async function cancelTimer(context: Pick<Context, 'tx'>, key: string): Promise<void> {
  await context.tx.delete(timers).where(eq(timers.key, key))
}
