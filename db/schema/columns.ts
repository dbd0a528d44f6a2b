import { customType, text, uuid } from 'drizzle-orm/pg-core'
import { toInstant, type Instant } from '@/lib/instant'

/** As the sessions of the desk write a moment (`2026-11-20 21:00:00.5+00`), and as JSON of the database does. */
const writtenInUtc = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.(\d{1,3}))?\+00(?::00)?$/

/** Put together from its text where that is possible, which it is in every row: reading it as a date takes some times as long. */
function readInstant(value: string): Instant {
  const written = writtenInUtc.exec(value)
  return written
    ? (`${written[1]}T${written[2]}.${(written[3] ?? '').padEnd(3, '0')}Z` as Instant)
    : toInstant(value)
}

/** timestamptz with milliseconds, read and written as an Instant. */
export const instant = customType<{ data: Instant; driverData: string }>({
  dataType: () => 'timestamp (3) with time zone',
  fromDriver: readInstant,
})

/** Inside JSON the database writes bytes as `\x` and hexadecimal digits. */
const bytes = customType<{ data: Uint8Array; driverData: Uint8Array | string }>({
  dataType: () => 'bytea',
  fromDriver: (value) =>
    typeof value === 'string' ? new Uint8Array(Buffer.from(value.slice(2), 'hex')) : new Uint8Array(value),
  toDriver: (value) => Buffer.from(value),
})

/** Ciphertext made by server/kernel/sealing, bound to its table, row and column. */
export const sealed = () => bytes()

/** SHA-256 of the events so far. */
export const chainHash = () => bytes()

/** Keyed hash (hex) of a secret: the secret itself is never stored. */
export const secretHash = () => text()

/** Random, so that an id says nothing about when or how many. */
export const randomId = () => uuid().primaryKey().defaultRandom()
