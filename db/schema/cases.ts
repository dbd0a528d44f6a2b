import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
  type AnyPgColumn,
} from 'drizzle-orm/pg-core'
import { affectednesses, justifications, plans, works } from '@/domain/backports/line-status'
import { resolutionKinds } from '@/domain/cases/case-event'
import { stages } from '@/domain/cases/stage'
import { clockKinds, type DueWhy } from '@/domain/clocks/clock'
import { ratings } from '@/domain/severity/rating'
import { instant, randomId, sealed } from './columns'
import { people } from './people'
import { policyVersions, projects, releaseLines } from './projects'

/** What the queue sorts by, written once: an index is used only where a query says exactly the same. */
export const dueOrNever = (nextDueAt: AnyPgColumn) => sql`coalesce(${nextDueAt}, 'infinity'::timestamptz)`
/** Closing a case ends all it owes but notifications to authorities: closed, it has a due instant for those alone. */
export const isClosedButDue = ({ stage, nextDueAt }: Record<'stage' | 'nextDueAt', AnyPgColumn>) =>
  sql`${stage} = 'closed' and ${nextDueAt} is not null`
export const isOpen = (stage: AnyPgColumn) => sql`${stage} <> 'closed'`
/** The worst first; what nobody rated yet comes last. */
export const severityRank = (rating: AnyPgColumn) =>
  sql`(case ${rating} when 'critical' then 0 when 'high' then 1 when 'medium' then 2 when 'low' then 3 when 'none' then 4 else 5 end)`

/** The coordination record of exactly one vulnerability. */
export const cases = pgTable(
  'cases',
  {
    id: randomId(),
    reference: text().notNull().unique(),
    projectId: uuid()
      .notNull()
      .references(() => projects.id),
    /** In force when the first report arrived. */
    policyVersionId: uuid()
      .notNull()
      .references(() => policyVersions.id),
    /** The case's own key, wrapped by the master key. */
    wrappedKey: sealed().notNull(),
    title: sealed().notNull(),
    receivedAt: instant().notNull(),
    handlerId: uuid().references(() => people.id),
    acknowledgedAt: instant(),
    confirmedAt: instant(),
    confirmedBy: uuid().references(() => people.id),
    reproduction: sealed(),
    isRestricted: boolean().notNull().default(false),
    /** Came in a flood without a solved challenge: waits aside until somebody releases it or calls it spam. */
    isHeld: boolean().notNull().default(false),
    resolution: text({ enum: resolutionKinds }),
    resolvedAt: instant(),
    announcedAt: instant(),
    duplicateOf: uuid(),
    followsCase: uuid(),
    cwes: jsonb().$type<string[]>().notNull().default([]),
    rating: text({ enum: ratings }),
    /** Stored results of rules, renewed with every event of the case: see server/cases/case-index.ts. */
    stage: text({ enum: stages }).notNull().default('received'),
    nextDueAt: instant(),
    nextDueKind: text({ enum: [...clockKinds, 'task'] }),
    /** null: nothing is due, or a task is. */
    nextDueWhy: jsonb().$type<DueWhy>(),
    /** From when on the next promise is due soon of which nobody was told so; null: of all that run somebody was. */
    nextNearAt: instant(),
    /** After which instant the next escalation step is due that was not taken; null: of all that is owed everybody was told. */
    nextEscalationAt: instant(),
    waitsForReporter: boolean().notNull().default(false),
    changedAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [
    foreignKey({ columns: [table.duplicateOf], foreignColumns: [table.id] }),
    foreignKey({ columns: [table.followsCase], foreignColumns: [table.id] }),
    check(
      'cases_have_a_handler_from_acknowledgement_on',
      sql`${table.acknowledgedAt} is null or ${table.handlerId} is not null`,
    ),
    check(
      'cases_are_acknowledged_before_confirmed',
      sql`${table.confirmedAt} is null or ${table.acknowledgedAt} is not null`,
    ),
    check(
      'cases_resolution_has_an_instant',
      sql`(${table.resolution} is null) = (${table.resolvedAt} is null)`,
    ),
    check(
      'cases_held_are_open',
      sql`not ${table.isHeld} or ${table.acknowledgedAt} is null and ${table.resolution} is null`,
    ),
    check(
      'cases_duplicate_names_its_case',
      sql`${table.resolution} <> 'duplicate' or ${table.duplicateOf} is not null`,
    ),
    index('cases_queue')
      .on(table.projectId, dueOrNever(table.nextDueAt), table.id)
      .where(isOpen(table.stage)),
    index('cases_near')
      .on(table.nextNearAt)
      .where(sql`${table.nextNearAt} is not null`),
    index('cases_escalation')
      .on(table.nextEscalationAt)
      .where(sql`${table.nextEscalationAt} is not null`),
    index('cases_closed_but_due').on(table.nextDueAt).where(isClosedButDue(table)),
    index('cases_open_by_due').on(dueOrNever(table.nextDueAt), table.id).where(isOpen(table.stage)),
    index('cases_open_by_age').on(table.receivedAt, table.id).where(isOpen(table.stage)),
    index('cases_open_by_severity')
      .on(severityRank(table.rating), dueOrNever(table.nextDueAt), table.id)
      .where(isOpen(table.stage)),
    index('cases_unassigned')
      .on(dueOrNever(table.nextDueAt), table.id)
      .where(sql`${isOpen(table.stage)} and ${table.handlerId} is null`),
    index('cases_waiting')
      .on(dueOrNever(table.nextDueAt), table.id)
      .where(sql`${isOpen(table.stage)} and ${table.waitsForReporter}`),
    index('cases_by_handler').on(table.handlerId, dueOrNever(table.nextDueAt), table.id),
    index('cases_by_change').on(table.changedAt, table.id),
    index('cases_by_reference_prefix').on(table.reference.op('text_pattern_ops')),
    index('cases_by_duplicate')
      .on(table.duplicateOf)
      .where(sql`${table.duplicateOf} is not null`),
    index('cases_held')
      .on(dueOrNever(table.nextDueAt), table.id)
      .where(sql`${table.isHeld}`),
    index('cases_spam')
      .on(table.changedAt, table.id)
      .where(sql`${table.resolution} = 'spam'`),
    index('cases_by_stage').on(table.projectId, table.stage, table.nextDueAt),
  ],
)

/** People put on a case by name: on a restricted one, or collaborators of just this one. */
export const caseParticipants = pgTable(
  'case_participants',
  {
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    as: text({ enum: ['handler', 'collaborator'] }).notNull(),
    since: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.personId] }),
    index('case_participants_by_person').on(table.personId),
  ],
)

/** One row per case and release line: affected, plan, work, and the patch release. */
export const lineStatuses = pgTable(
  'line_statuses',
  {
    id: randomId(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    lineId: uuid()
      .notNull()
      .references(() => releaseLines.id),
    affectedness: text({ enum: affectednesses }).notNull().default('unknown'),
    justification: text({ enum: justifications }),
    plan: text({ enum: plans }),
    /** What the policy proposed when the case was confirmed. */
    proposedPlan: text({ enum: plans }),
    planReason: sealed(),
    work: text({ enum: works }),
    introducedIn: text(),
    fixUrl: sealed(),
    releasedVersion: text(),
    releasedAt: instant(),
    releaseUrl: text(),
    majorReason: sealed(),
    version: integer().notNull().default(1),
    changedBy: uuid().references(() => people.id),
    changedAt: instant().notNull(),
  },
  (table) => [
    unique('line_statuses_one_per_case_and_line').on(table.caseId, table.lineId),
    check(
      'line_statuses_plan_only_when_affected',
      sql`${table.plan} is null or ${table.affectedness} = 'affected'`,
    ),
    check('line_statuses_work_only_when_fixing', sql`${table.work} is null or ${table.plan} = 'fix'`),
    check(
      'line_statuses_not_affected_says_why',
      sql`(${table.affectedness} = 'not_affected') = (${table.justification} is not null)`,
    ),
    check(
      'line_statuses_released_has_its_release',
      sql`(coalesce(${table.work}, 'todo') in ('released', 'verified')) = (${table.releasedVersion} is not null and ${table.releasedAt} is not null)`,
    ),
  ],
)

/** "Audit for similar problems": what was searched and found, or why it was waived. */
export const similarProblemAudits = pgTable('similar_problem_audits', {
  caseId: uuid()
    .primaryKey()
    .references(() => cases.id),
  waived: boolean().notNull(),
  searched: sealed(),
  found: sealed(),
  waivedBecause: sealed(),
  recordedBy: uuid()
    .notNull()
    .references(() => people.id),
  recordedAt: instant().notNull(),
  version: integer().notNull().default(1),
})

/** Every classification of severity ever made; the latest counts. */
export const severityAssessments = pgTable(
  'severity_assessments',
  {
    id: randomId(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    rating: text({ enum: ratings }).notNull(),
    /** domain/severity/severity.ts, as sealed JSON: vectors say a lot about a vulnerability. */
    severity: sealed().notNull(),
    reason: sealed(),
    scoredBy: uuid()
      .notNull()
      .references(() => people.id),
    scoredAt: instant().notNull(),
  },
  (table) => [index('severity_assessments_by_case').on(table.caseId, table.scoredAt)],
)

/** What each person thinks of the severity: theirs stands until they change it, whatever is decided for the case. */
export const severityOpinions = pgTable(
  'severity_opinions',
  {
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    /** As in `severity_assessments`. */
    severity: sealed().notNull(),
    reason: sealed(),
    scoredAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.personId] })],
)

/** How fast the fix is to be made, by the answers to the supplier's questions of SSVC; what follows from them is derived. */
export const casePaces = pgTable('case_paces', {
  caseId: uuid()
    .primaryKey()
    .references(() => cases.id),
  /** domain/severity/ssvc.ts, as sealed JSON: whether attacks are known is nobody else's business. */
  answers: sealed().notNull(),
  decidedBy: uuid()
    .notNull()
    .references(() => people.id),
  decidedAt: instant().notNull(),
  version: integer().notNull().default(1),
})
