import type { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bareEmbedded } from '@/test/database'
import { keepUp } from './upkeep'

let client: PGlite
beforeAll(async () => {
  client = await bareEmbedded()
  await client.exec('create table notes (n int, body text)')
})
afterAll(() => client.close())

const logBytes = async () => {
  const { rows } = await client.query<{ bytes: string }>(
    'select pg_current_wal_lsn() - redo_lsn as bytes from pg_control_checkpoint()',
  )
  return Number(rows[0]?.bytes)
}

it('writes a checkpoint once the log is long, and not before', async () => {
  await client.exec(`insert into notes select n, repeat('x', 1000) from generate_series(1, 1000) n`)
  const before = await logBytes()
  await keepUp(client)
  expect(await logBytes()).toBeGreaterThanOrEqual(before)

  await client.exec(`insert into notes select n, repeat('x', 1000) from generate_series(1, 40000) n`)
  expect(await logBytes()).toBeGreaterThan(32 * 1024 * 1024)
  await keepUp(client)
  expect(await logBytes()).toBeLessThan(1024 * 1024)
})

it('sweeps what updates and deletions left behind', async () => {
  await client.exec('truncate notes')
  await client.exec(`insert into notes select n, 'x' from generate_series(1, 2000) n`)
  const size = async () =>
    (await client.query<{ b: number }>(`select pg_relation_size('notes')::int as b`)).rows[0]?.b
  for (let round = 0; round < 5; round++) {
    await client.exec('update notes set body = body')
    await keepUp(client)
  }
  const { rows } = await client.query<{ n_dead_tup: number }>(
    `select n_dead_tup::int from pg_stat_user_tables where relname = 'notes'`,
  )
  expect(rows).toEqual([{ n_dead_tup: 0 }])
  // Room for the rows twice, not six times over.
  expect(await size()).toBeLessThan(2000 * 40 * 3)
})
