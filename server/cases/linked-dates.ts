import { and, asc, eq, inArray, isNotNull, isNull, notInArray, or, sql } from 'drizzle-orm'
import { cases, embargoProposals, reports } from '@/db/schema'
import type { CaseEvent } from '@/domain/cases/case-event'
import { linkedDuplicates } from '@/domain/cases/linked-duplicates'
import { agreedUntil, type EmbargoProposal, type StatedDate } from '@/domain/embargo/counter-proposal'
import type { Instant } from '@/lib/instant'
import type { Context } from '@/server/kernel/context'
import type { CaseRecord } from './case-record'
import { casesInScope } from './scope'

export interface LinkedDates {
  dates: StatedDate[]
  proposals: EmbargoProposal[]
}

/**
 * The own dates and the proposals of second finders, whose cases repeat this one. Nothing is asked of the database while no case is
 * linked. They count for everybody; the reference of their case is only there for who may see it.
 */
export async function linkedDates(
  { tx, actor }: Pick<Context, 'tx' | 'actor'>,
  events: readonly CaseEvent[],
): Promise<LinkedDates> {
  const linked = linkedDuplicates(events)
  if (linked.length === 0) return { dates: [], proposals: [] }
  const isLinked = and(
    inArray(cases.id, linked),
    or(isNull(cases.resolution), notInArray(cases.resolution, ['withdrawn', 'spam'])),
  )
  const reference = sql<
    string | null
  >`case when ${casesInScope(actor) ?? sql`true`} then ${cases.reference} end`
  const stated = await tx
    .select({ at: reports.disclosureAt, reference })
    .from(reports)
    .innerJoin(cases, eq(cases.id, reports.caseId))
    .where(and(isLinked, isNotNull(reports.disclosureAt)))
    .orderBy(asc(reports.disclosureAt))
  const proposed = await tx
    .select({
      id: embargoProposals.id,
      reportId: embargoProposals.reportId,
      by: embargoProposals.by,
      until: embargoProposals.until,
      state: embargoProposals.state,
      proposedAt: embargoProposals.proposedAt,
      answerBy: embargoProposals.answerBy,
      reference,
    })
    .from(embargoProposals)
    .innerJoin(cases, eq(cases.id, embargoProposals.caseId))
    .where(isLinked)
    .orderBy(asc(embargoProposals.proposedAt))
  return {
    dates: stated.flatMap(({ at, ...from }) => (at === null ? [] : [{ at, linkedCase: from }])),
    proposals: proposed.map(({ reference: name, ...proposal }) => ({
      ...proposal,
      linkedCase: { reference: name },
    })),
  }
}

type Dated = Pick<CaseRecord, 'reports' | 'proposals' | 'linked'>

/** When the reporters publish on their own, of this case and of those that repeat it. */
export const reporterDates = ({ reports: own, linked }: Dated): StatedDate[] => [
  ...own.flatMap(({ disclosureAt }) => (disclosureAt === null ? [] : [{ at: disclosureAt }])),
  ...linked.dates,
]

/** Every proposal that concerns the announcement of the case. */
export const allProposals = ({ proposals, linked }: Dated): EmbargoProposal[] => [
  ...proposals,
  ...linked.proposals,
]

/** What was agreed last in each conversation. */
export function agreements(record: Dated, now: Instant): StatedDate[] {
  const all = allProposals(record)
  return [...new Set(all.map(({ reportId }) => reportId))].flatMap((reportId) => {
    const own = all.filter((one) => one.reportId === reportId)
    const at = agreedUntil(own, now)
    const linkedCase = own[0]?.linkedCase
    return at === null ? [] : [{ at, ...(linkedCase && { linkedCase }) }]
  })
}
