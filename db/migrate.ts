import path from 'node:path'
import { sql } from 'drizzle-orm'
import { readMigrationFiles, type MigrationMeta } from 'drizzle-orm/migrator'
import type { Database, Tx } from './connection'

/** The database was written by a newer version of the program. */
export class DatabaseNewerThanCode extends Error {
  override name = 'DatabaseNewerThanCode'
  constructor(count: number) {
    super(
      `The database is newer than this program: it has ${count} ${count === 1 ? 'change' : 'changes'} ` +
        'this version does not know. Start the version that made it, or a later one; nothing was changed.',
    )
  }
}

/** Any number, as long as every process uses the same. */
const advisoryLock = 7_305_411

/**
 * Brings the database to the newest form, all steps or none, and returns how many there were.
 * Any number of processes may call it at once: one does the work, the others wait for it.
 */
export const migrate = (database: Database): Promise<number> =>
  database.transaction(async (tx) => {
    // Postgres waits here for another process's migration; its rows are then seen by the next statement.
    await tx.execute(sql`select pg_advisory_xact_lock(${advisoryLock})`)
    await tx.execute(sql`set local statement_timeout = 0`)
    await tx.execute(sql`create schema if not exists drizzle`)
    await tx.execute(sql`create table if not exists drizzle.__drizzle_migrations
      (id serial primary key, hash text not null, created_at bigint)`)
    const pending = await missingIn(tx)
    for (const migration of pending) {
      for (const statement of migration.sql) await tx.execute(sql.raw(statement))
      await tx.execute(sql`insert into drizzle.__drizzle_migrations (hash, created_at)
        values (${migration.hash}, ${migration.folderMillis})`)
    }
    return pending.length
  })

/** How many migrations the database still lacks; 0 when it is ready. Throws DatabaseNewerThanCode. */
export async function pendingMigrations(database: Database): Promise<number> {
  const found = await database.db.execute<{ ledger: string | null }>(
    sql`select to_regclass('drizzle.__drizzle_migrations')::text as ledger`,
  )
  return found.rows[0]?.ledger ? (await missingIn(database.db)).length : allMigrations().length
}

async function missingIn(tx: Tx): Promise<MigrationMeta[]> {
  const applied = await tx.execute<{ created_at: number }>(
    sql`select created_at from drizzle.__drizzle_migrations`,
  )
  const known = allMigrations()
  const done = new Set(applied.rows.map((row) => row.created_at))
  const unknown = [...done].filter((at) => !known.some((migration) => migration.folderMillis === at))
  if (unknown.length > 0) throw new DatabaseNewerThanCode(unknown.length)
  return known.filter((migration) => !done.has(migration.folderMillis))
}

const allMigrations = () => readMigrationFiles({ migrationsFolder: migrationsFolder() })

/** The program is always started from its own folder. */
export const migrationsFolder = () => path.join(/* turbopackIgnore: true */ process.cwd(), 'db', 'migrations')
