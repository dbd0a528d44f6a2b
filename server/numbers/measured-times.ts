import { and, eq, gte, isNotNull, isNull, lt, or, sql, type SQL } from 'drizzle-orm'
import { cases, events, lineStatuses, reports } from '@/db/schema'
import { measures, type MeasuredTime } from '@/domain/numbers/measure'
import type { Period } from '@/domain/numbers/period'
import { casesInScope } from '@/server/cases/scope'
import type { Context } from '@/server/kernel/context'
import { isCounted } from '@/server/reports/reports-with-events'

/** The reports of a period that count and that one may see, of `reports` joined with `cases`. */
export const reportsOfPeriod = (
  { actor }: Pick<Context, 'actor'>,
  projectId: string,
  { since, before }: Period,
): SQL | undefined =>
  and(
    eq(reports.projectId, projectId),
    gte(reports.receivedAt, since),
    lt(reports.receivedAt, before),
    isCounted,
    casesInScope(actor),
  )

/** The cases of a period that one may see and that did not end without a fix. */
const casesOfPeriod = (
  { actor }: Pick<Context, 'actor'>,
  projectId: string,
  { since, before }: Period,
): SQL | undefined =>
  and(
    eq(cases.projectId, projectId),
    gte(cases.receivedAt, since),
    lt(cases.receivedAt, before),
    eq(cases.isHeld, false),
    or(isNull(cases.resolution), isNotNull(cases.announcedAt)),
    casesInScope(actor),
  )

/** Words to the reporter of one report, and what ends every promise: the same as `acknowledgementOf` and `respondClock` say. */
const endings = sql`e.type in ('resolved', 'advisory_published')`
const isTheirs = sql`e.data ->> 'reportId' = counted.id::text`

/** Announced over an open gate, while a line that had to be fixed had no release. */
const wentOutUnfixed = sql`exists (
  select from ${events} o where o.chain_id = a.id and o.type = 'gates_overridden' and o.at <= a.announced_at
    and o.data -> 'openGates' ? 'lines')
  and exists (
    select from ${lineStatuses} l where l.case_id = a.id and l.plan = 'fix'
      and not exists (select from releases r where r.case_id = a.id and r.line_id = l.line_id::text))`

/**
 * Median and 90th percentile of the times that reports and cases of the period took, from their events. A patch is the last release
 * that was not taken back, up to the announcement, once every line that must be fixed has one; who fixed before being told took no time.
 */
export async function measuredTimes(
  context: Context,
  projectId: string,
  period: Period,
): Promise<MeasuredTime[]> {
  const { rows } = await context.tx.execute<{
    measure: MeasuredTime['measure']
    of: number
    reached: number
    median: number | null
    percentile90: number | null
  }>(sql`
    with counted as (
      select ${reports.id}, ${reports.caseId}, ${reports.receivedAt}
      from ${reports} join ${cases} on ${cases.id} = ${reports.caseId}
      where ${reportsOfPeriod(context, projectId, period)}
    ), announced as (
      select ${cases.id}, ${cases.receivedAt}, ${cases.stage},
        (select min(e.at) from ${events} e where e.chain_id = ${cases.id} and e.type = 'advisory_published') as announced_at
      from ${cases}
      where ${casesOfPeriod(context, projectId, period)}
    ), releases as (
      select a.id as case_id, e.data ->> 'lineId' as line_id, (e.data ->> 'releasedAt')::timestamptz as released_at
      from announced a join ${events} e on e.chain_id = a.id and e.type = 'patch_released'
      where a.stage in ('released', 'announced', 'closed') and e.at <= coalesce(a.announced_at, 'infinity')
        and not exists (
          select from ${events} y where y.chain_id = a.id and y.type = 'release_yanked' and y.position > e.position
            and y.data ->> 'lineId' = e.data ->> 'lineId' and y.at <= coalesce(a.announced_at, 'infinity'))
    ), vulnerabilities as (
      select *, case when not (${wentOutUnfixed}) then (
        select max(released_at) from releases r where r.case_id = a.id) end as patched_at
      from announced a
    ), reached as (
      select 'acknowledge' as measure, counted.received_at, (
        select min(e.at) from ${events} e where e.chain_id = counted.case_id and e.at >= counted.received_at
          and (e.type = 'acknowledged' or ${endings}
            or (e.type in ('message_sent', 'responded', 'question_asked') and ${isTheirs}))) as at
      from counted
      union all
      select 'respond', counted.received_at, (
        select min(e.at) from ${events} e where e.chain_id = counted.case_id and e.at >= counted.received_at
          and (${endings} or (e.type = 'responded' and ${isTheirs})))
      from counted
      union all
      select 'patch', received_at, case when patched_at is not null then greatest(received_at, patched_at) end
      from vulnerabilities
      union all
      select 'announce', received_at, announced_at from vulnerabilities
    ), lengths as (
      select measure, (extract(epoch from at - received_at) * 1000)::float8 as ms from reached
    )
    select measure, count(*)::int as of, count(ms)::int as reached,
      percentile_cont(0.5) within group (order by ms) as median,
      percentile_cont(0.9) within group (order by ms) as percentile90
    from lengths group by measure`)
  return measures.map((measure) => {
    const row = rows.find((one) => one.measure === measure)
    return {
      measure,
      of: row?.of ?? 0,
      reached: row?.reached ?? 0,
      medianMs: row?.median ?? null,
      percentile90Ms: row?.percentile90 ?? null,
    }
  })
}
