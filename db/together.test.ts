import { asc, eq, sql } from 'drizzle-orm'
import { bigint, boolean, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { expect, it } from 'vitest'
import { testDatabase } from '@/test/database'
import { instant, sealed } from './schema/columns'
import { statement } from './statement'
import { together } from './together'

const { tx } = await testDatabase()

const things = pgTable('things', {
  id: uuid().primaryKey(),
  place: integer().notNull(),
  addedAt: instant(),
  bytes: sealed(),
  document: jsonb(),
  big: bigint({ mode: 'number' }),
  yes: boolean(),
  words: text().array(),
})
const notes = pgTable('notes', { thing: uuid().notNull(), text: text(), at: instant() })

const [first, second] = ['4f9b7a52-0f0e-4e0c-9d2b-0d4f2d5a6b7c', '0f9b7a52-0f0e-4e0c-9d2b-0d4f2d5a6b7c']
const full = {
  id: first,
  place: 1,
  addedAt: '2026-11-20T21:00:00.123Z',
  bytes: new Uint8Array([0, 1, 254, 255]),
  document: { list: [1, 'two', null], deep: { text: 'ü "quoted" \\ back' } },
  big: Number.MAX_SAFE_INTEGER,
  yes: true,
  words: ['plain', 'with, comma', 'with "quotes"', ''],
} as const
const empty = {
  id: second,
  place: 2,
  addedAt: null,
  bytes: null,
  document: null,
  big: null,
  yes: null,
  words: null,
}

const thingsInOrder = statement('things_in_order', (scope) =>
  scope.select().from(things).orderBy(asc(things.place)),
)
const thingsWithNotes = statement('things_with_notes', (scope) =>
  scope
    .select({
      thing: things,
      note: notes,
      length: sql<number>`length(${notes.text})`,
      at: sql`${notes.at}`.mapWith(notes.at),
    })
    .from(things)
    .leftJoin(notes, eq(notes.thing, things.id))
    .orderBy(asc(things.place)),
)
const noteOf = statement('note_of', (scope) =>
  scope
    .select({ text: notes.text })
    .from(notes)
    .where(eq(notes.thing, sql.placeholder('thing'))),
)
const everything = together('everything_of_things', {
  things: thingsInOrder,
  joined: thingsWithNotes,
  notes: noteOf,
  none: noteOf,
})

it('gives each selection as it gives it alone, types, order, joins and values alike', () =>
  tx(async (scope) => {
    await scope.execute(sql`create temporary table things (id uuid primary key, place integer not null,
      added_at timestamp (3) with time zone, bytes bytea, document jsonb, big bigint, yes boolean, words text[]) on commit drop`)
    await scope.execute(
      sql`create temporary table notes (thing uuid, text text, at timestamp (3) with time zone) on commit drop`,
    )
    await scope.insert(things).values([empty, { ...full, words: [...full.words] }])
    await scope.insert(notes).values({ thing: first, text: 'four', at: full.addedAt })

    const found = await everything(scope, { thing: first })
    expect(found).toStrictEqual({
      things: await thingsInOrder(scope).execute(),
      joined: await thingsWithNotes(scope).execute(),
      notes: [{ text: 'four' }],
      none: [{ text: 'four' }],
    })
    expect(found.things).toStrictEqual([full, empty])
    expect(found.joined).toStrictEqual([
      { thing: full, note: { thing: first, text: 'four', at: full.addedAt }, length: 4, at: full.addedAt },
      { thing: empty, note: null, length: null, at: null },
    ])
    expect(await everything(scope, { thing: second })).toMatchObject({ notes: [], none: [] })
  }))
