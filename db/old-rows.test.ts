import { readMigrationFiles } from 'drizzle-orm/migrator'
import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { bareDatabase } from '@/test/database'
import type { Database } from './connection'
import { migrate, migrationsFolder } from './migrate'

/** Brings an empty database to the form it had before that migration, counted from the first as 0. */
async function migrateBefore({ transaction }: Database, migration: number): Promise<void> {
  await transaction(async (tx) => {
    await tx.execute(sql`create schema drizzle`)
    await tx.execute(sql`create table drizzle.__drizzle_migrations
      (id serial primary key, hash text not null, created_at bigint)`)
    for (const done of readMigrationFiles({ migrationsFolder: migrationsFolder() }).slice(0, migration)) {
      for (const statement of done.sql) await tx.execute(sql.raw(statement))
      await tx.execute(sql`insert into drizzle.__drizzle_migrations (hash, created_at)
        values (${done.hash}, ${done.folderMillis})`)
    }
  })
}

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
type Row = { n: number; report: number | null; version: number; at: string; consent: string }
const rows: Row[] = [
  // Nobody changed either: the first stays.
  { n: 1, report: 1, version: 1, at: '2026-01-02', consent: 'accepted' },
  { n: 2, report: 1, version: 1, at: '2026-01-01', consent: 'accepted' },
  // The reporter said no later, to one of them.
  { n: 3, report: 2, version: 1, at: '2026-01-01', consent: 'accepted' },
  { n: 4, report: 2, version: 2, at: '2026-01-05', consent: 'declined' },
  { n: 5, report: 2, version: 4, at: '2026-01-03', consent: 'accepted' },
  // One alone, and two people whom no report names.
  { n: 6, report: 3, version: 1, at: '2026-01-01', consent: 'asked' },
  { n: 7, report: null, version: 1, at: '2026-01-01', consent: 'asked' },
  { n: 8, report: null, version: 1, at: '2026-01-01', consent: 'asked' },
]

it('a desk that holds several credits of one report keeps what was said last, and is brought to the newest form', async () => {
  const database = await bareDatabase()
  try {
    await migrateBefore(database, 21)
    await database.transaction(async (tx) => {
      // The case and its reports say nothing here.
      await tx.execute(sql`set local session_replication_role = replica`)
      for (const { n, report, version, at, consent } of rows)
        await tx.execute(sql`insert into credits (id, case_id, report_id, name, roles, consent, version, changed_at)
          values (${id(n)}, ${id(100)}, ${report === null ? null : id(report)}, '', '["finder"]', ${consent}, ${version}, ${at})`)
    })
    expect(await migrate(database)).toBeGreaterThan(0)
    const kept = await database.db.execute<{ id: string }>(sql`select id from credits order by id`)
    expect(kept.rows.map((row) => Number(row.id.slice(-12)))).toEqual([2, 4, 6, 7, 8])
  } finally {
    await database.close()
  }
})
