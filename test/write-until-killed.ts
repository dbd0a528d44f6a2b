import { openEmbedded } from '@/db/embedded/open-embedded'

/** Says what the folder holds, then writes rows one by one and says each number once its commit was acknowledged. */
const { client } = await openEmbedded(process.argv[2] ?? '')
await client.exec('create table if not exists rows (n int primary key, body text not null)')
const found = await client.query<{ highest: number; count: number }>(
  'select coalesce(max(n), 0)::int as highest, count(*)::int as count from rows',
)
const { highest, count } = found.rows[0] ?? { highest: 0, count: 0 }
process.stdout.write(`found ${highest} ${count}\n`)
for (let n = highest + 1; ; n++) {
  await client.query('insert into rows values ($1, $2)', [n, 'x'.repeat(500)])
  process.stdout.write(`wrote ${n}\n`)
}
