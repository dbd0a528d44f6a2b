import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { handoverStates } from '@/domain/upstreams/hand-over-upstream'
import { cases } from './cases'
import { instant, randomId, sealed } from './columns'
import { people } from './people'

/** The vulnerable code belongs to somebody else: which upstream was told, through which private channel, when, and when to ask again. */
export const upstreamHandovers = pgTable(
  'upstream_handovers',
  {
    id: randomId(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    upstream: sealed().notNull(),
    /** Their private address or form. */
    channel: sealed().notNull(),
    toldAt: instant().notNull(),
    recordedBy: uuid()
      .notNull()
      .references(() => people.id),
    recordedAt: instant().notNull(),
    /** When they are asked again if they have not answered. */
    chaseAt: instant().notNull(),
    state: text({ enum: handoverStates }).notNull().default('waiting'),
    answer: sealed(),
    answeredAt: instant(),
    version: integer().notNull().default(1),
  },
  (table) => [index('upstream_handovers_by_case').on(table.caseId, table.toldAt)],
)
