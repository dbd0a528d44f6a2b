import { and, eq, isNull, sql, type SQL } from 'drizzle-orm'
import { advisories, cases, projects } from '@/db/schema'
import { dueOrNever, isOpen } from '@/db/schema/cases'
import { inline, type Put } from '@/db/statement'
import { viewOf, type QueueFilters, type QueueView } from '@/domain/cases/queue-filters'
import { dayMs, plusMs, type Instant } from '@/lib/instant'
import { isUnread } from '@/server/attention/readings'
import type { Context } from '@/server/kernel/context'
import { answers, bears, type Search } from './queue-search'
import { casesInScope } from './scope'

const notHeld = eq(cases.isHeld, sql`false`)
const open = and(isOpen(cases.stage), notHeld)

/** An announcement goes out at its instant, so one that is long past has gone out: no need to look through the history. */
const longestDelayMs = 30 * dayMs

const scheduledIds = (now: Instant, put: Put) => sql`
  select ${advisories.caseId} from ${advisories}
  where ${advisories.scheduledFor} > ${put('longPast', plusMs(now, -longestDelayMs))}::timestamptz and ${advisories.suspendedAt} is null`

/** Which cases a saved view holds, for this actor and moment. */
export function inView(view: QueueView, { actor, now }: Context, put: Put = inline): SQL | undefined {
  switch (view) {
    case 'open':
      return open
    case 'unassigned':
      return and(open, isNull(cases.handlerId))
    case 'mine':
      return and(
        open,
        eq(cases.handlerId, actor.kind === 'person' ? put('ownId', actor.personId) : sql`null`),
      )
    case 'unread':
      return and(open, actor.kind === 'person' ? isUnread(actor.personId, put) : sql`false`)
    case 'overdue':
      return and(open, sql`${dueOrNever(cases.nextDueAt)} < ${put('now', now)}::timestamptz`)
    case 'waiting_for_reporter':
      return and(open, eq(cases.waitsForReporter, sql`true`))
    case 'ready_to_schedule':
      return and(eq(cases.stage, 'released'), open, sql`${cases.id} not in (${scheduledIds(now, put)})`)
    case 'scheduled':
      // As an array, so that the database begins with these few instead of with all that is open.
      return and(open, isNull(cases.announcedAt), sql`${cases.id} = any(array(${scheduledIds(now, put)}))`)
    case 'announced':
      return and(eq(cases.stage, 'announced'), open)
    case 'held':
      return sql`${cases.isHeld}`
    case 'closed':
      return and(eq(cases.stage, 'closed'), sql`${cases.resolution} is distinct from 'spam'`)
    case 'spam':
      return sql`${cases.resolution} = 'spam'`
    case 'all':
      return undefined
  }
}

/** The condition for cases of one project, by its slug; undefined without one. */
export const inProject = (slug: string | undefined, put: Put = inline): SQL | undefined =>
  slug === undefined
    ? undefined
    : sql`${cases.projectId} = (select ${projects.id} from ${projects} where ${projects.slug} = ${put('project', slug)})`

/** The where-clause of a queue: what exists for the actor, in the view, narrowed by the filters. */
export function queueConditions(
  context: Context,
  filters: QueueFilters,
  search: Search | null,
  put: Put,
): SQL | undefined {
  const { severity, stage, handler, tag } = filters
  return and(
    casesInScope(context.actor, put),
    inView(viewOf(filters), context, put),
    // Who searches finds what is held, too.
    viewOf(filters) === 'all' && search === null ? notHeld : undefined,
    inProject(filters.project, put),
    severity === undefined
      ? undefined
      : severity === 'unrated'
        ? isNull(cases.rating)
        : sql`${cases.rating} = ${put('severity', severity)}`,
    stage === undefined ? undefined : sql`${cases.stage} = ${put('stage', stage)}`,
    handler === undefined ? undefined : sql`${cases.handlerId} = ${put('handler', handler)}`,
    tag === undefined ? undefined : bears(tag, put),
    search === null ? undefined : answers(search),
  )
}
