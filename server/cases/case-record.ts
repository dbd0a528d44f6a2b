import { asc, eq, inArray, sql } from 'drizzle-orm'
import { caseTasks, embargoProposals, events, policyVersions, projects, reports } from '@/db/schema'
import { statement } from '@/db/statement'
import { together } from '@/db/together'
import type { CaseEvent } from '@/domain/cases/case-event'
import { factsFromEvents } from '@/domain/cases/facts-from-events'
import type { CaseFacts } from '@/domain/cases/stage'
import { promisesToReporter, type Clock } from '@/domain/clocks/clock'
import type { CraRole } from '@/domain/exploitation/cra-role'
import { milestoneClocks } from '@/domain/exploitation/milestone-clocks'
import { clocksOf } from '@/domain/clocks/clocks-of'
import { notBefore, type NotBefore } from '@/domain/embargo/not-before'
import { agreedUntil } from '@/domain/embargo/counter-proposal'
import type { PolicyTerms } from '@/domain/policies/terms'
import { hasReporter } from '@/domain/reports/channel'
import type { Context } from '@/server/kernel/context'
import { openRequestOfCase } from '@/server/requests/open-backport-requests'
import { linkedDates, type LinkedDates } from './linked-dates'
import { linesOfCase, readLines, type StoredLine } from './line-rows'
import type { FoundCase } from './load-case'

export type ReportRow = typeof reports.$inferSelect
export type TaskRow = typeof caseTasks.$inferSelect
export type ProposalRow = typeof embargoProposals.$inferSelect

/** Everything that rules about a case ask for, loaded once. */
export interface CaseRecord {
  terms: PolicyTerms
  events: CaseEvent[]
  /** The first is the one that opened the case. */
  reports: ReportRow[]
  lines: StoredLine[]
  facts: CaseFacts
  notBefore: NotBefore
  proposals: ProposalRow[]
  /** What the reporters of cases that repeat this one said of their dates: they keep their own conversations. */
  linked: LinkedDates
  /** Of every report: duplicates keep their own. */
  clocks: Clock[]
  /** What the case owes to authorities while it is actively exploited: no reporter sees these. */
  milestones: Clock[]
  craRole: CraRole | null
  tasks: TaskRow[]
}

/** Loads what happened to the case and derives its facts and clocks at the context's moment. One statement. */
export async function loadCaseRecord(context: Context, found: FoundCase): Promise<CaseRecord> {
  return caseRecord(context, found, await rowsOfRecord(context.tx, recordValues(found)))
}

const policyOfCase = statement('policy_of_case', (tx) =>
  tx
    .select({ id: policyVersions.id, terms: policyVersions.terms, craRole: projects.craRole })
    .from(policyVersions)
    // A case that was moved keeps its policy, but authorities ask the project it is in now.
    .innerJoin(projects, eq(projects.id, sql.placeholder('projectId')))
    .where(eq(policyVersions.id, sql.placeholder('policyVersionId'))),
)
/** What happened to the case, oldest first. */
const historyOfCase = statement('history_of_case', (tx) =>
  tx
    .select({
      position: events.position,
      type: events.type,
      at: events.at,
      data: events.data,
      actor: events.actor,
      prose: events.prose,
    })
    .from(events)
    .where(eq(events.chainId, sql.placeholder('caseId')))
    .orderBy(asc(events.position)),
)
/** The reports that lead to the case; the first is the one that opened it. */
export const reportsOfCase = statement('reports_of_case', (tx) =>
  tx
    .select()
    .from(reports)
    .where(eq(reports.caseId, sql.placeholder('caseId')))
    .orderBy(asc(reports.receivedAt)),
)
const tasksOfCase = statement('tasks_of_case', (tx) =>
  tx
    .select()
    .from(caseTasks)
    .where(eq(caseTasks.caseId, sql.placeholder('caseId')))
    .orderBy(asc(caseTasks.addedAt), asc(caseTasks.id)),
)
const proposalsOfCase = statement('proposals_of_case', (tx) =>
  tx
    .select()
    .from(embargoProposals)
    .where(eq(embargoProposals.caseId, sql.placeholder('caseId')))
    .orderBy(asc(embargoProposals.proposedAt)),
)

/** What a record is made of, to be read together with what else somebody needs of the case. */
export const recordSelections = {
  policies: policyOfCase,
  history: historyOfCase,
  reports: reportsOfCase,
  lines: linesOfCase,
  proposals: proposalsOfCase,
  tasks: tasksOfCase,
  openRequests: openRequestOfCase,
}
/** What the statements of a record are asked with. */
export const recordValues = ({ case: { id, policyVersionId, projectId } }: FoundCase) => ({
  caseId: id,
  policyVersionId,
  projectId,
})
const rowsOfRecord = together('case_record', recordSelections)
type RecordRows = Awaited<ReturnType<typeof rowsOfRecord>>

/** The record that these rows are, at the context's moment. */
export async function caseRecord(context: Context, found: FoundCase, rows: RecordRows): Promise<CaseRecord> {
  const { now } = context
  const { proposals } = rows
  const [policy] = rows.policies
  if (!policy) throw new Error('A case without its policy version.')
  const happened = rows.history as unknown as CaseEvent[]
  const lines = readLines(found, rows.lines)
  const statuses = lines.map((line) => line.status)
  const earliestAnnouncement = notBefore(statuses, policy.terms.announce.delayDays, now)
  const [termsOf, linked] = await Promise.all([
    termsOfReports(context, rows.reports, policy),
    linkedDates(context, happened),
  ])
  const milestones = milestoneClocks(
    { role: policy.craRole, events: happened, timeZone: policy.terms.businessCalendar.timeZone },
    now,
  )
  // What is owed to an authority is work left to do, also once the advisory is out.
  const hasOpenRequest = rows.openRequests.length > 0 || milestones.some(({ metAt }) => metAt === null)
  return {
    terms: policy.terms,
    events: happened,
    reports: rows.reports,
    lines,
    facts: factsFromEvents(happened, { lines: statuses, hasOpenRequest, at: now }),
    notBefore: earliestAnnouncement,
    proposals,
    linked,
    milestones,
    craRole: policy.craRole,
    tasks: rows.tasks,
    clocks: rows.reports.flatMap((report) =>
      clocksOf(
        {
          terms: termsOf.get(report.policyVersionId) ?? policy.terms,
          reportId: report.id,
          receivedAt: report.receivedAt,
          events: happened,
          reporterDeadline: report.disclosureAt,
          embargoUntil: agreedUntil(proposals, now),
          notBefore: earliestAnnouncement.at,
        },
        now,
      ).filter(({ kind }) => hasReporter(report.channel) || !promisesToReporter.includes(kind)),
    ),
  }
}

/** What happened to the case, oldest first, as rules read it. */
export async function caseEvents({ tx }: Context, caseId: string): Promise<CaseEvent[]> {
  const rows = await tx
    .select({ type: events.type, at: events.at, data: events.data })
    .from(events)
    .where(eq(events.chainId, caseId))
    .orderBy(asc(events.position))
  return rows as CaseEvent[]
}

/** A duplicate's clocks follow the policy in force when that report came; most reports share the case's. */
async function termsOfReports(
  { tx }: Context,
  caseReports: ReportRow[],
  own: { id: string; terms: PolicyTerms },
): Promise<Map<string, PolicyTerms>> {
  const others = new Set(caseReports.map((report) => report.policyVersionId).filter((id) => id !== own.id))
  const found =
    others.size === 0
      ? []
      : await tx
          .select({ id: policyVersions.id, terms: policyVersions.terms })
          .from(policyVersions)
          .where(inArray(policyVersions.id, [...others]))
  return new Map([own, ...found].map(({ id, terms }) => [id, terms]))
}
