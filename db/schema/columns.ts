import { customType, text, uuid } from 'drizzle-orm/pg-core'
import { toInstant, type Instant } from '@/lib/instant'

/** timestamptz with milliseconds, read and written as an Instant. */
export const instant = customType<{ data: Instant; driverData: string }>({
  dataType: () => 'timestamp (3) with time zone',
  fromDriver: (value) => toInstant(value),
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
