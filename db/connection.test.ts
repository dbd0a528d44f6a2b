import { eq, sql } from 'drizzle-orm'
import { bigint, boolean, integer, jsonb, numeric, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { resetDatabase, testDatabase } from '@/test/database'
import { connectDatabase, openDatabase } from './connection'
import { instance } from './schema'
import { instant, sealed } from './schema/columns'

const { db, tx, kind } = await testDatabase()
beforeEach(resetDatabase)

const at = '2026-11-20T21:00:00.000Z'
const everyKind = pgTable('every_kind', {
  id: uuid().primaryKey(),
  at: instant(),
  bytes: sealed(),
  document: jsonb(),
  big: bigint({ mode: 'number' }),
  small: integer(),
  exact: numeric(),
  yes: boolean(),
  words: text().array(),
  nothing: text(),
})
const row = {
  id: '4f9b7a52-0f0e-4e0c-9d2b-0d4f2d5a6b7c',
  at,
  bytes: new Uint8Array([0, 1, 254, 255]),
  document: { list: [1, 'two', null], deep: { text: 'ü "quoted" \\ back' } },
  big: Number.MAX_SAFE_INTEGER,
  small: -7,
  exact: '12345678901234567890.123456789',
  yes: true,
  words: ['plain', 'with, comma', 'with "quotes"', ''],
  nothing: null,
} as const

// The expected values are the same literals whichever engine the run is for.
describe(`values read from the ${kind} engine`, () => {
  const withTable = <T>(work: (scope: typeof db) => Promise<T>) =>
    tx(async (scope) => {
      await scope.execute(sql`create temporary table every_kind (id uuid primary key, at timestamp (3) with time zone,
        bytes bytea, document jsonb, big bigint, small integer, exact numeric, yes boolean, words text[], nothing text)
        on commit drop`)
      await scope.insert(everyKind).values({ ...row, words: [...row.words] })
      return work(scope)
    })

  it('come back through a table as they were written', async () => {
    const [found] = await withTable((scope) => scope.select().from(everyKind).where(eq(everyKind.at, at)))
    expect(found).toStrictEqual(row)
  })

  it('have the same types in a raw statement', async () => {
    const { rows } = await withTable((scope) => scope.execute(sql`select * from every_kind`))
    expect(rows).toStrictEqual([{ ...row, at: '2026-11-20 21:00:00+00' }])
  })

  it('count and add as numbers, exact beyond what a number holds', async () => {
    const { rows } = await db.execute(sql`select count(*) as count, 9223372036854775807::int8 as most,
      array[1, null, 3]::int8[] as list, 1.5::float8 as float, date '2026-11-20' as day, interval '26 hours' as time`)
    expect(rows).toStrictEqual([
      {
        count: 1,
        most: 9223372036854775807n,
        list: [1, null, 3],
        float: 1.5,
        day: '2026-11-20',
        time: '26:00:00',
      },
    ])
  })

  it('speak of instants in UTC, whatever zone they were written in', async () => {
    const { rows } = await db.execute(sql`select '2026-07-01T12:00:00+02:00'::timestamptz as at`)
    expect(rows).toStrictEqual([{ at: '2026-07-01 10:00:00+00' }])
  })
})

describe(`a transaction on the ${kind} engine`, () => {
  it('leaves nothing behind when it throws, and throws the same', async () => {
    const refusal = new Error('no')
    const attempt = tx(async (scope) => {
      await scope.insert(instance).values({ createdAt: at })
      throw refusal
    })
    await expect(attempt).rejects.toBe(refusal)
    expect(await db.select().from(instance)).toEqual([])
  })

  it('keeps what it wrote when it returns', async () => {
    const name = await tx(async (scope) => {
      const [made] = await scope.insert(instance).values({ createdAt: at, name: 'Desk' }).returning()
      return made?.name
    })
    expect(name).toBe('Desk')
    expect(await db.select({ at: instance.createdAt }).from(instance)).toEqual([{ at }])
  })

  it('undoes a nested step alone', async () => {
    await tx(async (scope) => {
      await scope.insert(instance).values({ createdAt: at, name: 'Before' })
      const step = scope.transaction(async (nested) => {
        await nested.update(instance).set({ name: 'After' })
        throw new Error('undone')
      })
      await expect(step).rejects.toThrow('undone')
    })
    expect(await db.select({ name: instance.name }).from(instance)).toEqual([{ name: 'Before' }])
  })

  it('begins each test without rows', async () => {
    expect(await db.select().from(instance)).toEqual([])
  })
})

describe('the connection', () => {
  it('is one per process', async () => {
    expect(await openDatabase({ dataFolder: './not-there' })).toBe(
      await openDatabase({ databaseUrl: 'postgres://nowhere' }),
    )
  })

  it('is not opened while the application is being built', async () => {
    vi.stubEnv('NEXT_PHASE', 'phase-production-build')
    try {
      await expect(connectDatabase({ dataFolder: './not-there' })).rejects.toThrow(
        'The database is not opened while the application is being built.',
      )
    } finally {
      vi.unstubAllEnvs()
    }
  })
})
