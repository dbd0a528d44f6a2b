import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/connection'

export type Row = Record<string, unknown>

/** Bytes as PostgreSQL reads them from text. */
export const bytea = (bytes: Uint8Array): string => `\\x${Buffer.from(bytes).toString('hex')}`

/** Inserts many rows by one statement; all have the same columns, named as in the database. Triggers and checks hold. */
export async function bulkInsert(tx: Tx, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = sql.join(
    Object.keys(first).map((column) => sql.identifier(column)),
    sql`, `,
  )
  const name = sql.identifier(table)
  await tx.execute(
    sql`insert into ${name} (${columns}) select ${columns} from jsonb_populate_recordset(null::${name}, ${JSON.stringify(rows)}::jsonb)`,
  )
}
