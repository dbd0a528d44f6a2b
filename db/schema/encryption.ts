import { sql } from 'drizzle-orm'
import { check, index, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, randomId } from './columns'
import { people } from './people'
import { projects } from './projects'

/** Public keys a project publishes. A removed one stays known, so that messages to it are recognised. */
export const openpgpKeys = pgTable(
  'openpgp_keys',
  {
    id: randomId(),
    projectId: uuid()
      .notNull()
      .references(() => projects.id),
    /** Hexadecimal digits in capitals. */
    fingerprint: text().notNull(),
    armored: text().notNull(),
    userIds: jsonb().$type<string[]>().notNull(),
    /** Of the key and its subkeys, 16 hexadecimal digits each: messages name one of them. */
    keyIds: jsonb().$type<string[]>().notNull(),
    /** The last moment at which something can be encrypted to it; null: never ends. */
    expiresAt: instant(),
    addedBy: uuid()
      .notNull()
      .references(() => people.id),
    addedAt: instant().notNull(),
    removedAt: instant(),
  },
  (table) => [
    unique('openpgp_keys_once_per_project').on(table.projectId, table.fingerprint),
    check('openpgp_keys_fingerprint_form', sql`${table.fingerprint} ~ '^[0-9A-F]{40}([0-9A-F]{24})?$'`),
    index('openpgp_keys_expiring')
      .on(table.expiresAt)
      .where(sql`${table.removedAt} is null and ${table.expiresAt} is not null`),
  ],
)

/** A security.txt that a lead signed; served while it says what the policy says. */
export const signedSecurityTxts = pgTable('signed_security_txts', {
  projectId: uuid()
    .primaryKey()
    .references(() => projects.id),
  /** The whole clear-signed message. */
  text: text().notNull(),
  fingerprint: text().notNull(),
  signedBy: uuid()
    .notNull()
    .references(() => people.id),
  addedAt: instant().notNull(),
})
