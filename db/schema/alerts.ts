import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { alertSources, alertStates, dismissals, remoteStates } from '@/domain/alerts/alert'
import { ratings } from '@/domain/severity/rating'
import { cases } from './cases'
import { instant, randomId, sealed } from './columns'
import { people } from './people'
import { projects } from './projects'

/** The secret GitHub signs its deliveries to a project with. */
export const githubHooks = pgTable('github_hooks', {
  projectId: uuid()
    .primaryKey()
    .references(() => projects.id),
  secret: sealed().notNull(),
  setBy: uuid()
    .notNull()
    .references(() => people.id),
  setAt: instant().notNull(),
  lastDeliveryAt: instant(),
})

/** Deliveries that were taken, so that none counts twice. Forgotten after a month: GitHub repeats none that old. */
export const hookDeliveries = pgTable(
  'hook_deliveries',
  {
    projectId: uuid()
      .notNull()
      .references(() => projects.id),
    delivery: uuid().notNull(),
    receivedAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.projectId, table.delivery] }),
    index('hook_deliveries_by_age').on(table.receivedAt),
  ],
)

/** What GitHub told of, once however often it was told. */
export const alerts = pgTable(
  'alerts',
  {
    id: randomId(),
    projectId: uuid()
      .notNull()
      .references(() => projects.id),
    source: text({ enum: alertSources }).notNull(),
    /** Keyed hash of its name at GitHub: repository and number. */
    externalHash: text().notNull(),
    /** What it says, as sealed JSON (domain/alerts/alert-content.ts): an advisory may be a secret still. */
    content: sealed().notNull(),
    rating: text({ enum: ratings }),
    receivedAt: instant().notNull(),
    /** How it stood at GitHub when that last changed. An older delivery changes nothing. */
    remoteState: text({ enum: remoteStates }).notNull(),
    remoteChangedAt: instant().notNull(),
    state: text({ enum: alertStates }).notNull().default('open'),
    dismissal: text({ enum: dismissals }),
    /** What the person said who settled it, sealed. */
    reason: sealed(),
    /** null while settled: GitHub settled it. */
    settledBy: uuid().references(() => people.id),
    settledAt: instant(),
    caseId: uuid().references(() => cases.id),
    version: integer().notNull().default(1),
  },
  (table) => [
    unique('alerts_told_once').on(table.projectId, table.source, table.externalHash),
    check('alerts_settled_have_an_instant', sql`(${table.state} = 'open') = (${table.settledAt} is null)`),
    check('alerts_taken_name_their_case', sql`(${table.state} = 'taken') = (${table.caseId} is not null)`),
    check('alerts_open_have_no_decision', sql`${table.state} <> 'open' or ${table.settledBy} is null`),
    check(
      'alerts_dismissed_by_a_person_say_why',
      sql`(${table.state} = 'dismissed' and ${table.settledBy} is not null) = (${table.dismissal} is not null)`,
    ),
    index('alerts_by_project').on(table.projectId, table.state, table.receivedAt),
    index('alerts_by_case').on(table.caseId),
  ],
)
