import type { PGlite } from '@electric-sql/pglite'
import { minuteMs } from '@/lib/instant'

/** More log than this since the last checkpoint makes a start after a crash slow. */
const checkpointAfterBytes = 32 * 1024 * 1024
/** PostgreSQL's own default: sweep a table once a fifth of it, and 50 rows, is dead. */
const needsSweep = `select format('%I.%I', schemaname, relname) as name from pg_stat_user_tables
  where n_dead_tup > 50 + 0.2 * n_live_tup or n_mod_since_analyze > 50 + 0.1 * n_live_tup`

/**
 * What a server does by itself and the embedded engine, having no background processes, never does:
 * without a checkpoint its log grows until the next start, without a vacuum its tables do.
 */
export async function keepUp(client: PGlite): Promise<void> {
  // The counts below are otherwise up to a minute behind.
  await client.exec('select pg_stat_force_next_flush()')
  const tables = await client.query<{ name: string }>(needsSweep)
  for (const { name } of tables.rows) await client.exec(`vacuum (analyze) ${name}`)
  const { rows } = await client.query<{ bytes: string }>(
    'select pg_current_wal_lsn() - redo_lsn as bytes from pg_control_checkpoint()',
  )
  // Last, for the sweep writes log as well.
  if (Number(rows[0]?.bytes) > checkpointAfterBytes) await client.exec('checkpoint')
}

/** Keeps up every five minutes until the returned function is called. Never keeps the process alive. */
export function keepUpRegularly(client: PGlite): () => void {
  const timer = setInterval(() => {
    keepUp(client).catch((error: Error) => console.warn(`The database could not be tidied: ${error.message}`))
  }, 5 * minuteMs)
  timer.unref()
  return () => clearInterval(timer)
}
