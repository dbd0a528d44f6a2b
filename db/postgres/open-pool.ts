import pg from 'pg'
import { KeepingClient } from './keeping-client'
import { SharingPool } from './sharing-pool'

const { INT8, BYTEA } = pg.types.builtins
const int8Array = 1016 as typeof INT8

/** The driver's default is text, because int8 may exceed what a number holds exactly. */
const readInteger = (text: string): number | bigint => {
  const number = Number(text)
  return Number.isSafeInteger(number) ? number : BigInt(text)
}

// PGlite reads these types so; both engines must give the same values.
const readBytes = pg.types.getTypeParser(BYTEA) as (text: string) => Buffer
const readTexts = pg.types.getTypeParser(1009 as typeof INT8) as (text: string) => Array<string | null>
pg.types.setTypeParser(INT8, readInteger)
pg.types.setTypeParser(BYTEA, (text) => new Uint8Array(readBytes(text)))
pg.types.setTypeParser(int8Array, (text) =>
  readTexts(text).map((item) => (item === null ? null : readInteger(item))),
)

/** How every session speaks, whatever the server's own settings are. Milliseconds where no unit stands. */
const session = `
  set timezone = 'UTC';
  set datestyle = 'ISO, MDY';
  set intervalstyle = 'postgres';
  set bytea_output = 'hex';
  set statement_timeout = 60000;
  set idle_in_transaction_session_timeout = 60000`

/** A pool of connections to a PostgreSQL server; nothing is opened until the first query. */
export function openPool(databaseUrl: string): pg.Pool {
  const pool = new SharingPool({
    connectionString: databaseUrl,
    application_name: 'disclosure-desk',
    max: 10,
    Client: KeepingClient,
    // Statements are written without waiting for the answers of those before.
    pipeline: true,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    // Awaited by the pool before the connection is handed out.
    onConnect: (client) => client.query(session) as unknown as void,
  })
  // An idle connection that breaks is dropped and replaced; without a listener it would end the process.
  pool.on('error', (error) => console.warn(`A database connection was lost: ${error.message}`))
  // One that breaks while it is used fails its statements, and says so by them.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}
