import { sql } from 'drizzle-orm'
import { pendingMigrations } from '@/db/migrate'
import { workerLives } from '@/server/jobs/health'
import { getDatabase } from '@/server/kernel/database'
import { mailboxIsConnected } from '@/server/mail/incoming/mailbox-state'

export interface Health {
  live: true
  ready: boolean
  /** `mailbox` is there only when one is configured. It makes nothing unready: the form takes reports all the same. */
  checks: { database: boolean; migrations: boolean; worker: boolean; mailbox?: boolean }
}

/** Can the desk do its work now? Live: this process answers. Ready: the database answers, is migrated, and a worker does the jobs. */
export async function health(): Promise<Health> {
  const holds = (check: Promise<boolean>) => check.catch(() => false)
  const [database, migrations, worker, mailbox] = await Promise.all([
    holds(getDatabase().then(async ({ db }) => (await db.execute(sql`select 1`)) !== null)),
    holds(getDatabase().then(async (opened) => (await pendingMigrations(opened)) === 0)),
    holds(workerLives()),
    mailboxIsConnected().catch(() => false),
  ])
  return {
    live: true,
    ready: database && migrations && worker,
    checks: { database, migrations, worker, ...(mailbox !== null && { mailbox }) },
  }
}
