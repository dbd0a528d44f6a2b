import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { findingStates, weaknessClasses } from '@/domain/assessments/finding'
import { ratingsAlone } from '@/domain/severity/rating'
import { cases } from './cases'
import { instant, randomId, sealed } from './columns'
import { people } from './people'
import { projects } from './projects'

/** A software security assessment of one release before production. */
export const assessments = pgTable(
  'assessments',
  {
    id: randomId(),
    projectId: uuid()
      .notNull()
      .references(() => projects.id),
    /** The version that is assessed, as semver writes it. */
    release: text().notNull(),
    /** What was looked at, by whom, and how, as sealed JSON. */
    plan: sealed().notNull(),
    begunBy: uuid()
      .notNull()
      .references(() => people.id),
    begunAt: instant().notNull(),
    finishedBy: uuid().references(() => people.id),
    finishedAt: instant(),
    version: integer().notNull().default(1),
  },
  (table) => [
    unique('assessments_one_per_release').on(table.projectId, table.release),
    check(
      'assessments_finished_by_somebody',
      sql`(${table.finishedAt} is null) = (${table.finishedBy} is null)`,
    ),
  ],
)

/** A weakness that an assessment found. */
export const findings = pgTable(
  'findings',
  {
    id: randomId(),
    assessmentId: uuid()
      .notNull()
      .references(() => assessments.id),
    weakness: text({ enum: weaknessClasses }).notNull(),
    cwe: text(),
    rating: text({ enum: ratingsAlone }).notNull(),
    /** Title and description, as sealed JSON. */
    content: sealed().notNull(),
    addedBy: uuid()
      .notNull()
      .references(() => people.id),
    addedAt: instant().notNull(),
    state: text({ enum: findingStates }).notNull().default('open'),
    caseId: uuid().references(() => cases.id),
    /** Why it is accepted, sealed. */
    reason: sealed(),
    settledBy: uuid().references(() => people.id),
    settledAt: instant(),
    version: integer().notNull().default(1),
  },
  (table) => [
    index('findings_by_assessment').on(table.assessmentId, table.addedAt),
    index('findings_by_case').on(table.caseId),
    check('findings_as_a_case_name_it', sql`(${table.state} = 'case') = (${table.caseId} is not null)`),
    check('findings_accepted_say_why', sql`(${table.state} = 'accepted') = (${table.reason} is not null)`),
    check(
      'findings_settled_by_somebody',
      sql`(${table.state} = 'open') = (${table.settledAt} is null) and (${table.settledAt} is null) = (${table.settledBy} is null)`,
    ),
  ],
)
