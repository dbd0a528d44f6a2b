import type { ExtractTablesWithRelations } from 'drizzle-orm'
import { drizzle as drizzlePool } from 'drizzle-orm/node-postgres'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import { drizzle as drizzleEmbedded } from 'drizzle-orm/pglite'
import type { PGlite } from '@electric-sql/pglite'
import type { Pool, PoolClient } from 'pg'
import type { ChannelListener, StopListening } from './channel'
import { openEmbedded } from './embedded/open-embedded'
import { endBy, withoutEnd } from './last-statements'
import { inStep, inTransaction } from './postgres/in-transaction'
import { listenOn } from './postgres/listen-on'
import { openPool } from './postgres/open-pool'
import * as schema from './schema'

/** What both drivers answer to a raw statement. */
interface Answer<Row> {
  rows: Row[]
}
interface Rows extends PgQueryResultHKT {
  type: Answer<this['row']>
}

/**
 * The one way to the rows, on either engine: a transaction, or the database itself for a single read.
 * Inside a transaction use only this; reaching for the database there waits forever on the embedded engine.
 */
export type Tx = PgDatabase<Rows, typeof schema, ExtractTablesWithRelations<typeof schema>>

export type DatabaseConfig = { databaseUrl: string } | { dataFolder: string }

export interface Database {
  kind: 'embedded' | 'postgres'
  /** For a single statement outside any transaction. */
  db: Tx
  /**
   * Commits when `work` returns, rolls back when it throws, and throws on what it threw. `before` asks one statement that is no part
   * of it and stays whatever comes of it; it must ask at once, not after waiting. Where that pays, both reach the database together.
   */
  transaction<T>(work: (tx: Tx) => Promise<T>, before?: (db: Tx) => Promise<unknown>): Promise<T>
  /** Hears what committed transactions told on a channel, those of other processes too, until it is stopped. */
  listen(channel: string, listener: ChannelListener): StopListening
  /** Waits for what runs, then lets go of the folder or the connections. */
  close(): Promise<void>
}

const held = globalThis as { __database?: Promise<Database> }

/** The process's one database: opened at the first call, the same one ever after. */
export function openDatabase(config: DatabaseConfig): Promise<Database> {
  held.__database ??= connectDatabase(config).catch((error: unknown) => {
    held.__database = undefined
    throw error
  })
  return held.__database
}

/** Makes a database that is already open the process's one database. */
export function holdDatabase(database: Database): void {
  held.__database = Promise.resolve(database)
}

/** Opens a further database of its own. Throws FolderInUse when the folder is another process's. */
export async function connectDatabase(config: DatabaseConfig): Promise<Database> {
  if (process.env.NEXT_PHASE === 'phase-production-build') {
    throw new Error('The database is not opened while the application is being built.')
  }
  if ('databaseUrl' in config) return postgresDatabase(config.databaseUrl)
  const { client, close } = await openEmbedded(config.dataFolder)
  return embeddedDatabase(client, close)
}

/** A PGlite instance as a database. */
export function embeddedDatabase(client: PGlite, close: () => Promise<void>): Database {
  const db = drizzleEmbedded(client, { schema, casing: 'snake_case' }) as unknown as Tx
  return {
    kind: 'embedded',
    db,
    transaction: async (work, before) => {
      await before?.(db)
      return db.transaction(work)
    },
    listen: (channel, listener) => listenEmbedded(client, channel, listener),
    close,
  }
}

/** In the process that changes the rows: there is no connection to lose. */
function listenEmbedded(client: PGlite, channel: string, listener: ChannelListener): StopListening {
  const listening = client.listen(channel, listener.heard)
  listening.then(
    () => listener.hearing(true),
    () => listener.hearing(false),
  )
  return async () => {
    if (!client.closed) await (await listening)()
  }
}

function postgresDatabase(databaseUrl: string): Database {
  const pool = openPool(databaseUrl)
  const over = (client: Pool | PoolClient) =>
    drizzlePool(client, { schema, casing: 'snake_case' }) as unknown as Tx
  const transactions = new WeakMap<PoolClient, Tx>()
  const txOf = (client: PoolClient): Tx => {
    const known = transactions.get(client)
    if (known) return known
    const tx = over(client)
    tx.transaction = (work) =>
      inStep(client, () => withoutEnd(tx, () => work(tx as unknown as Parameters<typeof work>[0])))
    transactions.set(client, tx)
    return tx
  }
  return {
    kind: 'postgres',
    db: over(pool),
    transaction: (work, before) =>
      inTransaction(
        pool,
        (client, commit) => {
          endBy(txOf(client), commit)
          return work(txOf(client))
        },
        before && ((client) => before(txOf(client))),
      ),
    listen: (channel, listener) => listenOn(databaseUrl, channel, listener),
    close: () => pool.end(),
  }
}
