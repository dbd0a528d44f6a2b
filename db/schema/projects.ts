import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { craRoles } from '@/domain/exploitation/cra-role'
import type { Rota } from '@/domain/people/rota'
import type { PolicyTerms } from '@/domain/policies/terms'
import { firstShown, type ShownStatistic } from '@/domain/projects/shown-statistic'
import { defaultFloodAbove } from '@/domain/projects/flood'
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
    /** A lead says that the project is flooded: what nobody's browser worked for is held. */
    isUnderAttack: boolean().notNull().default(false),
    /** More reports within an hour than this are a flood, whoever says so or not. */
    floodAbove: integer().notNull().default(defaultFloodAbove),
    /** Who is on duty when; null: nobody takes turns. */
    rota: jsonb().$type<Rota>(),
    /** Since when no report is taken; null: they are. */
    pausedSince: instant(),
    /** As what the team answers to the EU Cyber Resilience Act; null: it does not apply, and its milestones are off. */
    craRole: text({ enum: craRoles }),
    /** What a reporter reads meanwhile. */
    pauseNotice: text(),
    /** Counts edits, so that two people's changes never overwrite each other. */
    version: integer().notNull().default(1),
  },
  (table) => [
    check('projects_slug_form', sql`${table.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
    check('projects_key_form', sql`${table.key} ~ '^[A-Z][A-Z0-9]{1,7}$'`),
    check('projects_flood_is_more_than_one', sql`${table.floodAbove} >= 1`),
    check(
      'projects_pause_has_its_notice',
      sql`(${table.pausedSince} is null) = (${table.pauseNotice} is null)`,
    ),
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
