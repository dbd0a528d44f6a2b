import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/connection'

/** Every row of every table of ours and of the queues as text, by table: what a stolen dump of the database holds. */
export async function dumpDatabase(db: Tx): Promise<Map<string, string>> {
  const { rows: tables } = await db.execute<{ name: string }>(sql`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') order by 1`)
  const dump = new Map<string, string>()
  for (const { name } of tables) {
    const { rows } = await db.execute<{ row: string }>(
      sql`select row_to_json(t)::text as row from ${sql.raw(name)} t`,
    )
    dump.set(name, rows.map(({ row }) => row).join('\n'))
  }
  return dump
}

/**
 * The tables whose text holds the marker: as it is, in any case, as hex, or in base64 of whichever alphabet, wherever
 * in the encoded text it begins.
 */
export function tablesHolding(dump: ReadonlyMap<string, string>, marker: string): string[] {
  const bytes = Buffer.from(marker, 'utf8')
  const base64 = [0, 1, 2].map((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replace(/=+$/, '')
    // The characters at both ends also hold bits of what stands beside the marker.
    return encoded.slice(offset === 0 ? 0 : offset + 1, -1)
  })
  const forms = [bytes.toString('hex'), marker.toLowerCase()]
  const exact = [...base64, ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'))]
  return [...dump]
    .filter(([, text]) => {
      const lower = text.toLowerCase()
      return forms.some((form) => lower.includes(form)) || exact.some((form) => text.includes(form))
    })
    .map(([table]) => table)
}
