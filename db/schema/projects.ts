import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { PolicyTerms } from '@/domain/policies/terms'
import { firstShown, type ShownStatistic } from '@/domain/projects/shown-statistic'
import { instant, randomId } from './columns'

export const projects = pgTable(
  'projects',
  {
    id: randomId(),
    slug: text().notNull().unique(),
    /** Begins every case reference and advisory id, e.g. `MAR`. */
    key: text().notNull().unique(),
    name: text().notNull(),
    summary: text().notNull(),
    repository: text(),
    /** Package URLs. */
    packages: jsonb().$type<string[]>().notNull().default([]),
    /** What the portal shows of how the project works. */
    shownStatistics: jsonb()
      .$type<ShownStatistic[]>()
      .notNull()
      .default([...firstShown]),
    createdAt: instant().notNull(),
    /** Counts edits, so that two people's changes never overwrite each other. */
    version: integer().notNull().default(1),
  },
  (table) => [
    check('projects_slug_form', sql`${table.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
    check('projects_key_form', sql`${table.key} ~ '^[A-Z][A-Z0-9]{1,7}$'`),
  ],
)

/** Never updated: editing a policy adds a version. */
export const policyVersions = pgTable(
  'policy_versions',
  {
    id: randomId(),
    projectId: uuid()
      .notNull()
      .references(() => projects.id),
    version: integer().notNull(),
    terms: jsonb().$type<PolicyTerms>().notNull(),
    /** Prose of the policy's own that fits no part of the terms. */
    introduction: text().notNull().default(''),
    inForceFrom: instant().notNull(),
    createdBy: uuid(),
  },
  (table) => [unique('policy_versions_numbered').on(table.projectId, table.version)],
)

export const releaseLines = pgTable(
  'release_lines',
  {
    id: randomId(),
    projectId: uuid()
      .notNull()
      .references(() => projects.id),
    name: text().notNull(),
    range: text().notNull(),
    branch: text().notNull(),
    isDevelopment: boolean().notNull().default(false),
    supportedFrom: instant().notNull(),
    supportedUntil: instant(),
    version: integer().notNull().default(1),
  },
  (table) => [
    unique('release_lines_named').on(table.projectId, table.name),
    index('release_lines_by_project').on(table.projectId),
    check(
      'release_lines_end_after_start',
      sql`${table.supportedUntil} is null or ${table.supportedUntil} >= ${table.supportedFrom}`,
    ),
  ],
)
