import { and, count, desc, eq, ne, sql } from 'drizzle-orm'
import { z } from 'zod'
import { cases, people } from '@/db/schema'
import { acknowledgeClock } from '@/domain/clocks/acknowledge-clock'
import { respondClock } from '@/domain/clocks/respond-clock'
import { ageOf, type Age } from '@/domain/numbers/age'
import { keptByMonth, type ArrivedClock, type KeptMonth } from '@/domain/numbers/kept-by-month'
import type { MeasuredTime } from '@/domain/numbers/measure'
import { periodOf, type Period } from '@/domain/numbers/period'
import type { Rating } from '@/domain/severity/rating'
import { dayMs, type Instant } from '@/lib/instant'
import { casesInScope } from '@/server/cases/scope'
import type { Context } from '@/server/kernel/context'
import { query } from '@/server/kernel/query'
import { policyInForce } from '@/server/policies/policy-in-force'
import { loadProject, projectName } from '@/server/projects/load-project'
import { clockInputBatches } from '@/server/reports/reports-with-events'
import { measuredTimes, reportsOfPeriod } from './measured-times'

/** How a project works, from what happened to the cases that one may see. */
export interface ProjectNumbers {
  project: { slug: string; name: string }
  computedAt: Instant
  period: Period
  /** Reports that arrived in the period. */
  reports: number
  times: MeasuredTime[]
  kept: { acknowledge: KeptMonth[]; respond: KeptMonth[] }
  /** Open now, whenever they arrived. `rating` null: nobody classified it yet. */
  open: { rating: Rating | null; age: Age; cases: number }[]
  load: HandlerLoad[]
}

export interface HandlerLoad {
  /** null: nobody has it yet. */
  handler: string | null
  open: number
  overdue: number
}

/** The numbers of a project over a period of whole days; without days, the last twelve months. */
export const projectNumbers = query({
  name: 'numbers.ofProject',
  input: z.object({
    project: projectName,
    from: z.string().optional().catch(undefined),
    until: z.string().optional().catch(undefined),
  }),
  may: 'view_numbers',
  load: (context, input) => loadProject(context, input.project),
  run: async (context, { from, until }, { project }): Promise<ProjectNumbers> => {
    const { businessCalendar } = (await policyInForce(context, project.id)).terms
    const period = periodOf({ from, until }, businessCalendar.timeZone, context.now)
    const promises = await promisesOfPeriod(context, project.id, period)
    return {
      project: { slug: project.slug, name: project.name },
      computedAt: context.now,
      period,
      reports: promises.reports,
      times: await measuredTimes(context, project.id, period),
      kept: {
        acknowledge: keptByMonth(promises.acknowledge, period),
        respond: keptByMonth(promises.respond, period),
      },
      open: await openByAge(context, project.id),
      load: await loadByHandler(context, project.id),
    }
  },
})

/** Every promise to the reports of a period, and how many reports there are. */
async function promisesOfPeriod(context: Context, projectId: string, period: Period) {
  const promises = { reports: 0, acknowledge: [] as ArrivedClock[], respond: [] as ArrivedClock[] }
  const clockOf = { acknowledge: acknowledgeClock, respond: respondClock }
  for await (const inputs of clockInputBatches(context.tx, reportsOfPeriod(context, projectId, period))) {
    promises.reports += inputs.length
    for (const kind of ['acknowledge', 'respond'] as const)
      for (const input of inputs) {
        const clock = clockOf[kind](input, context.now)
        if (clock) promises[kind].push({ receivedAt: input.receivedAt, clock })
      }
  }
  return promises
}

const openCases = ({ actor }: Context, projectId: string) =>
  and(eq(cases.projectId, projectId), ne(cases.stage, 'closed'), eq(cases.isHeld, false), casesInScope(actor))

/** Open cases by rating and class of age. Days are counted in the database, to send no more than a row for each. */
async function openByAge(context: Context, projectId: string): Promise<ProjectNumbers['open']> {
  const days = sql<number>`floor(extract(epoch from ${context.now}::timestamptz - ${cases.receivedAt}) / 86400)::int`
  const rows = await context.tx
    .select({ rating: cases.rating, days, cases: count() })
    .from(cases)
    .where(openCases(context, projectId))
    .groupBy(cases.rating, sql`2`)
  const sums = new Map<string, ProjectNumbers['open'][number]>()
  for (const { rating, days: old, cases: more } of rows) {
    const age = ageOf(old * dayMs)
    const known = sums.get(`${rating} ${age}`)
    if (known) known.cases += more
    else sums.set(`${rating} ${age}`, { rating, age, cases: more })
  }
  return [...sums.values()]
}

async function loadByHandler(context: Context, projectId: string): Promise<HandlerLoad[]> {
  return context.tx
    .select({
      handler: people.name,
      open: count(),
      overdue: sql<number>`count(*) filter (where ${cases.nextDueAt} < ${context.now})::int`,
    })
    .from(cases)
    .leftJoin(people, eq(people.id, cases.handlerId))
    .where(openCases(context, projectId))
    .groupBy(people.id, people.name)
    .orderBy(desc(count()), people.name)
}
