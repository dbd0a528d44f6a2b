import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { sql, type SQL } from 'drizzle-orm'
import pg from 'pg'
import { inject } from 'vitest'
import { connectDatabase, embeddedDatabase, holdDatabase, type Database, type Tx } from '@/db/connection'
import { bytesAtOnce } from '@/db/embedded/bytes'
import { prepareJobs } from '@/server/jobs/boss'

const held = globalThis as { __testDatabase?: Promise<Database> }

/** Which engine this run tests: `TEST_ENGINE=postgres`, or the embedded one. */
export const testEngine = () => inject('testEngine').kind

/**
 * This worker's own migrated database, which is also the one the kernel opens. At the top of a test file:
 * `const { db, tx } = await testDatabase()` and `beforeEach(resetDatabase)`.
 * `tx(work)` runs a transaction, `db` a single statement.
 */
export async function testDatabase(): Promise<Database & { tx: Database['transaction'] }> {
  const database = standIn ?? (await (held.__testDatabase ??= openWithQueues()))
  holdDatabase(database)
  return { ...database, tx: database.transaction }
}

let standIn: Database | null = null

/** From now on that database is the one of `testDatabase` and of the kernel; null gives the worker's own back. */
export function setTestDatabase(database: Database | null): void {
  standIn = database
  if (database) holdDatabase(database)
}

/**
 * An empty database again. Rows are deleted past triggers and foreign keys, which takes a fraction of truncating
 * (that makes new files for every index), and what deleting leaves behind is swept now and then.
 */
export async function resetDatabase(): Promise<void> {
  const { db } = await testDatabase()
  clearing ??= await clearingOf(db)
  await db.execute(clearing)
  resets += 1
  if (resets % 200 === 0) await db.execute(sql`vacuum`)
}

let clearing: SQL | undefined
let resets = 0

async function clearingOf(db: Tx): Promise<SQL> {
  const { rows } = await db.execute<{ statement: string }>(sql`
    select format('delete from %I.%I;', schemaname, tablename) as statement from pg_tables
      where schemaname = 'public' or (schemaname = 'pgboss' and tablename = 'job')
    union all
    select format('perform setval(%L, %s, false);', format('%I.%I', schemaname, sequencename), start_value)
      from pg_sequences where schemaname = 'public'`)
  const statements = rows.map(({ statement }) => statement).join('\n')
  return sql.raw(`do $$ begin set local session_replication_role = replica;\n${statements}\nend $$`)
}

async function openWithQueues(): Promise<Database> {
  const database = await openTestDatabase()
  await prepareJobs(database)
  return database
}

async function openTestDatabase(): Promise<Database> {
  const engine = inject('testEngine')
  if (engine.kind === 'embedded') {
    const client = await loadDump(engine.dump)
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

/** A further embedded instance without a single table. The caller closes it. */
export async function bareEmbedded(): Promise<PGlite> {
  const engine = inject('testEngine')
  if (engine.kind === 'postgres') return PGlite.create()
  // Emptying a copy takes a tenth of the time of creating one.
  const client = await loadDump(engine.dump)
  await client.exec('drop schema public cascade; drop schema drizzle cascade; create schema public')
  return client
}

/** A further database of this run's engine, without a single table. The caller closes it. */
export async function bareDatabase(): Promise<Database> {
  if (testEngine() === 'postgres') return connectDatabase({ databaseUrl: await bareDatabaseUrl() })
  const client = await bareEmbedded()
  return embeddedDatabase(client, () => client.close())
}

const loadDump = (dump: string) =>
  PGlite.create({ loadDataDir: new Blob([new Uint8Array(fs.readFileSync(dump))]), ...bytesAtOnce })

async function createOnCluster(urls: { admin: string; worker: string }, template: string): Promise<string> {
  const name = `desk_${randomBytes(6).toString('hex')}`
  const admin = new pg.Client({ connectionString: urls.admin })
  await admin.connect()
  await admin.query(`create database ${name} template ${template}`)
  await admin.end()
  return urls.worker.replace('DATABASE', name)
}
