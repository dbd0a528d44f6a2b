import { bigint, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { Machine } from '@/domain/access/actor'
import { instant, sealed, chainHash } from './columns'

/** The head of each hash chain: one per case, and one for the instance. Locked while an event is appended. */
export const eventChains = pgTable('event_chains', {
  id: uuid().primaryKey(),
  length: integer().notNull(),
  head: chainHash().notNull(),
})

export type EventActor =
  | { kind: 'anyone' }
  | { kind: 'reporter'; reportId: string }
  | { kind: 'person'; personId: string; name: string }
  | { kind: 'machine'; machine: Machine; id: string; name: string }
  | { kind: 'job'; job: string }

/** Append-only: every change is an event in the same transaction. A trigger refuses update and delete. */
export const events = pgTable(
  'events',
  {
    chainId: uuid()
      .notNull()
      .references(() => eventChains.id),
    position: integer().notNull(),
    type: text().notNull(),
    at: instant().notNull(),
    actor: jsonb().$type<EventActor>().notNull(),
    data: jsonb().$type<Record<string, unknown>>().notNull(),
    /** Reasons and explanations, sealed. */
    prose: sealed(),
    previousHash: chainHash().notNull(),
    hash: chainHash().notNull(),
    /** Order over all chains, for the reader who follows everything. */
    sequence: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
  },
  (table) => [
    primaryKey({ columns: [table.chainId, table.position] }),
    index('events_by_sequence').on(table.sequence),
  ],
)
