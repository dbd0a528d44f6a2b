import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { creditConsents, type CreditRole } from '@/domain/advisories/credit-ledger'
import { revisionKinds, type PublicDocument } from '@/domain/advisories/public-document'
import { overrideGrounds } from '@/domain/cases/case-event'
import type { GateCode } from '@/domain/embargo/gates'
import { cases } from './cases'
import { instant, randomId, sealed } from './columns'
import { people } from './people'
import { projects } from './projects'
import { reports } from './reports'

/** The advisory of a case: its draft, approval, schedule and override. What went public is in `publications`. */
export const advisories = pgTable(
  'advisories',
  {
    id: randomId(),
    caseId: uuid()
      .notNull()
      .unique()
      .references(() => cases.id),
    projectId: uuid()
      .notNull()
      .references(() => projects.id),
    /** The id in the public URL, known before publication so that release notes can link to it. */
    publicId: text().notNull().unique(),
    /** domain/advisories/advisory-draft.ts, as sealed JSON. */
    draft: sealed().notNull(),
    version: integer().notNull().default(1),
    editedBy: uuid().references(() => people.id),
    editedAt: instant(),
    approvedVersion: integer(),
    approvedBy: uuid().references(() => people.id),
    approvedAt: instant(),
    scheduledFor: instant(),
    scheduledTimeZone: text(),
    scheduledBy: uuid().references(() => people.id),
    suspendedAt: instant(),
    suspendedGates: jsonb().$type<GateCode[]>(),
    overrideGround: text({ enum: overrideGrounds }),
    overriddenGates: jsonb().$type<GateCode[]>(),
    overrideReason: sealed(),
    overriddenBy: uuid().references(() => people.id),
    overriddenAt: instant(),
  },
  (table) => [
    index('advisories_by_project').on(table.projectId),
    index('advisories_scheduled')
      .on(table.scheduledFor)
      .where(sql`${table.scheduledFor} is not null`),
    check(
      'advisories_schedule_has_a_zone',
      sql`(${table.scheduledFor} is null) = (${table.scheduledTimeZone} is null)`,
    ),
    check(
      'advisories_approval_is_whole',
      sql`(${table.approvedVersion} is null) = (${table.approvedBy} is null) and (${table.approvedVersion} is null) = (${table.approvedAt} is null)`,
    ),
    check(
      'advisories_override_is_whole',
      sql`(${table.overrideGround} is null) = (${table.overriddenBy} is null) and (${table.overrideGround} is null) = (${table.overriddenAt} is null)`,
    ),
  ],
)

/** What is public: one row per revision, never changed. Written by announcing, correcting, withdrawing. */
export const publications = pgTable(
  'publications',
  {
    id: randomId(),
    advisoryId: uuid()
      .notNull()
      .references(() => advisories.id),
    projectId: uuid()
      .notNull()
      .references(() => projects.id),
    publicId: text().notNull(),
    revision: integer().notNull(),
    kind: text({ enum: revisionKinds }).notNull(),
    document: jsonb().$type<PublicDocument>().notNull(),
    note: text(),
    publishedAt: instant().notNull(),
    isLatest: boolean().notNull().default(true),
  },
  (table) => [
    unique('publications_once_per_revision').on(table.advisoryId, table.revision),
    check(
      'publications_first_is_the_announcement',
      sql`(${table.revision} = 1) = (${table.kind} = 'announcement')`,
    ),
    index('publications_latest_by_project')
      .on(table.projectId, table.publishedAt)
      .where(sql`${table.isLatest}`),
    index('publications_by_public_id').on(table.publicId, table.revision),
  ],
)

/** Who is credited, in which roles, as they wish. */
export const credits = pgTable(
  'credits',
  {
    id: randomId(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    reportId: uuid().references(() => reports.id),
    /** As they wish to be named. */
    name: sealed().notNull(),
    link: sealed(),
    roles: jsonb().$type<CreditRole[]>().notNull(),
    consent: text({ enum: creditConsents }).notNull(),
    version: integer().notNull().default(1),
    changedAt: instant().notNull(),
  },
  (table) => [
    index('credits_by_case').on(table.caseId),
    /** Whoever sent a report is one entry with all their roles; others it names have entries without it. */
    uniqueIndex('credits_once_per_report')
      .on(table.caseId, table.reportId)
      .where(sql`${table.reportId} is not null`),
  ],
)

/** A date one side proposes for the end of the embargo, and the other side's answer. */
export const embargoProposals = pgTable(
  'embargo_proposals',
  {
    id: randomId(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    reportId: uuid()
      .notNull()
      .references(() => reports.id),
    by: text({ enum: ['reporter', 'team'] }).notNull(),
    until: instant().notNull(),
    timeZone: text().notNull(),
    state: text({ enum: ['open', 'accepted', 'declined', 'lapsed'] }).notNull(),
    proposedAt: instant().notNull(),
    /** The reporter's silence until then accepts it; null: without an answer it lapses. */
    answerBy: instant(),
    answeredAt: instant(),
    answer: sealed(),
  },
  (table) => [index('embargo_proposals_by_case').on(table.caseId)],
)
