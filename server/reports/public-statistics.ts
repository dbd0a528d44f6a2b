import { and, desc, eq, gte, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/connection'
import { reports } from '@/db/schema'
import { statement } from '@/db/statement'
import { acknowledgeClock, acknowledgementOf } from '@/domain/clocks/acknowledge-clock'
import type { Clock } from '@/domain/clocks/clock'
import type { ClockInput } from '@/domain/clocks/clock-input'
import { respondClock } from '@/domain/clocks/respond-clock'
import type { ShownStatistic } from '@/domain/projects/shown-statistic'
import { keptShare, type KeptShare } from '@/domain/reports/kept-share'
import { timeStatistic, type TimeStatistic } from '@/domain/reports/time-statistic'
import { dayMs, msBetween, plusMs, type Instant } from '@/lib/instant'
import { timesToFix } from '@/server/advisories/times-to-fix'
import { query } from '@/server/kernel/query'
import { loadPublicProject, projectName } from '@/server/projects/load-project'
import { clockInputsOf, isCounted, reportsWithEvents } from './reports-with-events'

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

const lastReports = async (tx: Tx, projectId: string, since: Instant): Promise<ClockInput[]> =>
  clockInputsOf(tx, await reportsSince(tx).execute({ projectId, since }))

const reportsSince = statement('reports_with_events_of_project', (tx) =>
  reportsWithEvents(tx)
    .where(
      and(
        eq(reports.projectId, sql.placeholder('projectId')),
        gte(reports.receivedAt, sql.placeholder('since')),
        isCounted,
      ),
    )
    .orderBy(desc(reports.receivedAt))
    .limit(most),
)
