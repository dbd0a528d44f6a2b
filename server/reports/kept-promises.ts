import { and, desc, eq, gte, inArray, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/connection'
import { cases, events, policyVersions, reports } from '@/db/schema'
import type { CaseEvent } from '@/domain/cases/case-event'
import { acknowledgeClock } from '@/domain/clocks/acknowledge-clock'
import type { Clock } from '@/domain/clocks/clock'
import { respondClock } from '@/domain/clocks/respond-clock'
import type { PolicyTerms } from '@/domain/policies/terms'
import { keptShare, type KeptShare } from '@/domain/reports/kept-share'
import { dayMs, plusMs, toInstant } from '@/lib/instant'
import { query } from '@/server/kernel/query'
import { loadPublicProject, projectName } from '@/server/projects/load-project'

const windowDays = 365
/** Enough to say how a team keeps its word, few enough to be cheap on a page that everybody opens. */
const mostReports = 100

/**
 * How the project kept its word lately: shares and typical lengths over the reports of a year, never how many there were.
 * Reports closed as spam do not count.
 */
export const keptPromises = query({
  name: 'reports.keptPromises',
  input: z.object({ project: projectName }),
  may: 'view_public',
  load: (context, input) => loadPublicProject(context, input.project),
  run: async ({ tx, now }, _input, { project }): Promise<{ acknowledge: KeptShare; respond: KeptShare }> => {
    const rows = await tx
      .select({
        reportId: reports.id,
        receivedAt: reports.receivedAt,
        policyVersionId: reports.policyVersionId,
        happened: sql<{ type: string; at: string; data: unknown }[]>`(
          select coalesce(json_agg(json_build_object('type', e.type, 'at', e.at, 'data', e.data) order by e.position), '[]'::json)
          from ${events} e where e.chain_id = ${reports.caseId})`,
      })
      .from(reports)
      .innerJoin(cases, eq(cases.id, reports.caseId))
      .where(
        and(
          eq(reports.projectId, project.id),
          gte(reports.receivedAt, plusMs(now, -windowDays * dayMs)),
          // A report that was split counts once.
          isNull(reports.splitFrom),
          sql`${cases.resolution} is distinct from 'spam'`,
        ),
      )
      .orderBy(desc(reports.receivedAt))
      .limit(mostReports)
    const termsOf = await termsById(tx, new Set(rows.map((row) => row.policyVersionId)))
    const inputs = rows.map(({ happened, policyVersionId, ...report }) => ({
      ...report,
      terms: termsOf(policyVersionId),
      events: happened.map((event) => ({ ...event, at: toInstant(event.at) }) as CaseEvent),
      reporterDeadline: null,
      embargoUntil: null,
      notBefore: null,
    }))
    const shareOf = (clock: (input: (typeof inputs)[number]) => Clock | null) =>
      keptShare(inputs.flatMap((input) => clock(input) ?? []))
    return {
      acknowledge: shareOf((input) => acknowledgeClock(input, now)),
      respond: shareOf((input) => respondClock(input, now)),
    }
  },
})

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
