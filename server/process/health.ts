import { sql } from 'drizzle-orm'
import { pendingMigrations } from '@/db/migrate'
import { workerLives } from '@/server/jobs/health'
import { getDatabase } from '@/server/kernel/database'

export interface Health {
  live: true
  ready: boolean
  checks: { database: boolean; migrations: boolean; worker: boolean }
}

/** Can the desk do its work now? Live: this process answers. Ready: the database answers, is migrated, and a worker does the jobs. */
export async function health(): Promise<Health> {
  const holds = (check: Promise<boolean>) => check.catch(() => false)
  const [database, migrations, worker] = await Promise.all([
    holds(getDatabase().then(async ({ db }) => (await db.execute(sql`select 1`)) !== null)),
    holds(getDatabase().then(async (opened) => (await pendingMigrations(opened)) === 0)),
    holds(workerLives()),
  ])
  return { live: true, ready: database && migrations && worker, checks: { database, migrations, worker } }
}
