import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant, randomId, secretHash } from './columns'
import { people } from './people'
import { projects } from './projects'

/** With one of these a program asks the release gate of its project. Dies with the membership of whoever made it. */
export const gateTokens = pgTable(
  'gate_tokens',
  {
    id: randomId(),
    projectId: uuid()
      .notNull()
      .references(() => projects.id),
    /** What the team calls it, such as the pipeline that holds it. */
    name: text().notNull(),
    hash: secretHash().notNull().unique(),
    madeBy: uuid()
      .notNull()
      .references(() => people.id),
    madeAt: instant().notNull(),
    lastUsedAt: instant(),
    revokedAt: instant(),
  },
  (table) => [index('gate_tokens_by_project').on(table.projectId)],
)
