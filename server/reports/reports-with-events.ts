import { and, eq, gt, inArray, isNull, notInArray, sql, type SQL } from 'drizzle-orm'
import type { Tx } from '@/db/connection'
import { cases, events, policyVersions, reports } from '@/db/schema'
import type { CaseEvent } from '@/domain/cases/case-event'
import type { ClockInput } from '@/domain/clocks/clock-input'
import type { PolicyTerms } from '@/domain/policies/terms'
import { channelsWithoutReporter } from '@/domain/reports/channel'
import { toInstant, type Instant } from '@/lib/instant'

/** Which reports statistics count, of `reports` joined with `cases`: what somebody sent, once, and nobody called spam. */
export const isCounted = and(
  // A report that was split counts once.
  isNull(reports.splitFrom),
  sql`${cases.resolution} is distinct from 'spam'`,
  // Nobody has told it from spam yet.
  sql`not ${cases.isHeld}`,
  notInArray(reports.channel, [...channelsWithoutReporter]),
)

interface ReportWithEvents {
  reportId: string
  receivedAt: Instant
  policyVersionId: string
  happened: { type: string; at: string; data: unknown }[]
}

/** Reports, each with what happened to its case, oldest first. */
export const reportsWithEvents = (tx: Tx) =>
  tx
    .select({
      reportId: reports.id,
      receivedAt: reports.receivedAt,
      policyVersionId: reports.policyVersionId,
      happened: sql<ReportWithEvents['happened']>`(
        select coalesce(json_agg(json_build_object('type', e.type, 'at', e.at, 'data', e.data) order by e.position), '[]'::json)
        from ${events} e where e.chain_id = ${reports.caseId})`,
    })
    .from(reports)
    .innerJoin(cases, eq(cases.id, reports.caseId))

const batchLength = 500

/**
 * What the promises of many reports are derived from, some hundred reports at a time: their events are more than a process should hold at
 * once, and a batch gives the others their turn.
 */
export async function* clockInputBatches(tx: Tx, where: SQL | undefined): AsyncGenerator<ClockInput[]> {
  for (let after: string | undefined, isMore = true; isMore;) {
    const rows = await reportsWithEvents(tx)
      .where(and(where, after === undefined ? undefined : gt(reports.id, after)))
      .orderBy(reports.id)
      .limit(batchLength)
    yield await clockInputsOf(tx, rows)
    after = rows.at(-1)?.reportId
    isMore = rows.length === batchLength
  }
}

/** What the clocks of those reports' promises are derived from. Dates of the reporter and of an embargo are left out. */
export async function clockInputsOf(tx: Tx, rows: readonly ReportWithEvents[]): Promise<ClockInput[]> {
  const termsOf = await termsById(tx, new Set(rows.map((row) => row.policyVersionId)))
  return rows.map(({ happened, policyVersionId, ...report }) => ({
    ...report,
    terms: termsOf(policyVersionId),
    events: happened.map((event) => ({ ...event, at: toInstant(event.at) }) as CaseEvent),
    reporterDeadline: null,
    embargoUntil: null,
    notBefore: null,
  }))
}

/** Many reports share a policy version, and terms are long: each is read once. */
async function termsById(tx: Tx, ids: ReadonlySet<string>): Promise<(id: string) => PolicyTerms> {
  const rows = await tx
    .select({ id: policyVersions.id, terms: policyVersions.terms })
    .from(policyVersions)
    .where(inArray(policyVersions.id, [...ids]))
  const terms = new Map(rows.map((row) => [row.id, row.terms]))
  return (id) => {
    const found = terms.get(id)
    if (!found) throw new Error('A report without its policy version.')
    return found
  }
}
