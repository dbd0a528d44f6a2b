import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { sql } from 'drizzle-orm'
import pg from 'pg'
import { inject } from 'vitest'
import { connectDatabase, embeddedDatabase, holdDatabase, type Database } from '@/db/connection'

const held = globalThis as { __testDatabase?: Promise<Database> }

/** Which engine this run tests: `TEST_ENGINE=postgres`, or the embedded one. */
export const testEngine = () => inject('testEngine').kind

/**
 * This worker's own migrated database, which is also the one the kernel opens. At the top of a test file:
 * `const { db, tx } = await testDatabase()` and `beforeEach(resetDatabase)`.
 * `tx(work)` runs a transaction, `db` a single statement.
 */
export async function testDatabase(): Promise<Database & { tx: Database['transaction'] }> {
  const database = await (held.__testDatabase ??= openTestDatabase())
  holdDatabase(database)
  return { ...database, tx: database.transaction }
}

/** An empty database again, as fast as few rows allow: only tables that hold something are truncated. */
export async function resetDatabase(): Promise<void> {
  const { db } = await testDatabase()
  await db.execute(sql`
    do $$
    declare
      name text;
      holds_rows boolean;
      filled text[] := '{}';
    begin
      for name in select format('%I.%I', schemaname, tablename) from pg_tables where schemaname = 'public' loop
        execute 'select exists (select from ' || name || ')' into holds_rows;
        if holds_rows then filled := filled || name; end if;
      end loop;
      if cardinality(filled) > 0 then
        execute 'truncate ' || array_to_string(filled, ', ') || ' restart identity cascade';
      end if;
    end $$`)
}

async function openTestDatabase(): Promise<Database> {
  const engine = inject('testEngine')
  if (engine.kind === 'embedded') {
    const dump = new Blob([new Uint8Array(fs.readFileSync(engine.dump))])
    const client = await PGlite.create({ loadDataDir: dump })
    return embeddedDatabase(client, () => client.close())
  }
  return connectDatabase({ databaseUrl: await createOnCluster(engine.urls, 'desk_template') })
}

/** The connection string of a new database without a single table, for several pools at once; PostgreSQL only. */
export async function bareDatabaseUrl(): Promise<string> {
  const engine = inject('testEngine')
  if (engine.kind !== 'postgres') throw new Error('Only a server has connection strings.')
  return createOnCluster(engine.urls, 'template0')
}

/** A further database of this run's engine, without a single table. The caller closes it. */
export async function bareDatabase(): Promise<Database> {
  if (testEngine() === 'postgres') return connectDatabase({ databaseUrl: await bareDatabaseUrl() })
  const client = await PGlite.create()
  return embeddedDatabase(client, () => client.close())
}

async function createOnCluster(urls: { admin: string; worker: string }, template: string): Promise<string> {
  const name = `desk_${randomBytes(6).toString('hex')}`
  const admin = new pg.Client({ connectionString: urls.admin })
  await admin.connect()
  await admin.query(`create database ${name} template ${template}`)
  await admin.end()
  return urls.worker.replace('DATABASE', name)
}
