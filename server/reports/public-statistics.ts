import { and, desc, eq, gte, inArray, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/connection'
import { cases, events, policyVersions, reports } from '@/db/schema'
import { statement } from '@/db/statement'
import type { CaseEvent } from '@/domain/cases/case-event'
import { acknowledgeClock, acknowledgementOf } from '@/domain/clocks/acknowledge-clock'
import type { Clock } from '@/domain/clocks/clock'
import type { ClockInput } from '@/domain/clocks/clock-input'
import { respondClock } from '@/domain/clocks/respond-clock'
import type { PolicyTerms } from '@/domain/policies/terms'
import type { ShownStatistic } from '@/domain/projects/shown-statistic'
import { keptShare, type KeptShare } from '@/domain/reports/kept-share'
import { timeStatistic, type TimeStatistic } from '@/domain/reports/time-statistic'
import { dayMs, msBetween, plusMs, toInstant, type Instant } from '@/lib/instant'
import { timesToFix } from '@/server/advisories/times-to-fix'
import { query } from '@/server/kernel/query'
import { loadPublicProject, projectName } from '@/server/projects/load-project'

const windowDays = 365
/** Enough to say how a team keeps its word, few enough to be cheap on a page that everybody opens. */
const most = 100

/** What a project shows of the last year. What is not shown is not computed; null: not shown, or too few to say. */
export interface PublicStatistics {
  shown: readonly ShownStatistic[]
  kept: { acknowledge: KeptShare | null; respond: KeptShare | null }
  timeToAcknowledge: TimeStatistic | null
  timeToFix: TimeStatistic | null
}

/**
 * How the project worked in the last year, as far as it chose to show it. Reports closed as spam do not count; times to a fix come
 * from announced advisories alone, so that no figure moves because of what is still private.
 */
export const publicStatistics = query({
  name: 'reports.publicStatistics',
  input: z.object({ project: projectName }),
  may: 'view_public',
  load: (context, input) => loadPublicProject(context, input.project),
  run: async ({ tx, now }, _input, { project }): Promise<PublicStatistics> => {
    const shown = project.shownStatistics
    const since = plusMs(now, -windowDays * dayMs)
    const isShown = (...some: ShownStatistic[]) => some.some((one) => shown.includes(one))
    const inputs = isShown('kept_promises', 'time_to_acknowledge')
      ? await lastReports(tx, project.id, since)
      : []
    const fixes = isShown('time_to_fix') ? await timesToFix(tx, { projectId: project.id, since, most }) : []
    const shareOf = (clock: (input: ClockInput) => Clock | null) =>
      isShown('kept_promises') ? keptShare(inputs.flatMap((input) => clock(input) ?? [])) : null
    return {
      shown,
      kept: {
        acknowledge: shareOf((input) => acknowledgeClock(input, now)),
        respond: shareOf((input) => respondClock(input, now)),
      },
      timeToAcknowledge: isShown('time_to_acknowledge') ? timeStatistic(inputs.flatMap(untilAnswered)) : null,
      timeToFix: timeStatistic(fixes),
    }
  },
})

/** Milliseconds until a maintainer acknowledged the report; none while nobody did. */
function untilAnswered(input: ClockInput): number[] {
  const acknowledged = acknowledgementOf(input)
  return acknowledged ? [msBetween(input.receivedAt, acknowledged.at)] : []
}

async function lastReports(tx: Tx, projectId: string, since: Instant): Promise<ClockInput[]> {
  const rows = await reportsWithEvents(tx).execute({ projectId, since })
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

const reportsWithEvents = statement('reports_with_events_of_project', (tx) =>
  tx
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
        eq(reports.projectId, sql.placeholder('projectId')),
        gte(reports.receivedAt, sql.placeholder('since')),
        // A report that was split counts once.
        isNull(reports.splitFrom),
        sql`${cases.resolution} is distinct from 'spam'`,
        // Nobody has told it from spam yet.
        sql`not ${cases.isHeld}`,
      ),
    )
    .orderBy(desc(reports.receivedAt))
    .limit(most),
)

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
