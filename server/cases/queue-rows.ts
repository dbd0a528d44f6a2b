import { and, eq, sql, type SQL } from 'drizzle-orm'
import type { Tx } from '@/db/connection'
import {
  absences,
  advisories,
  cases,
  caseTags,
  lineStatuses,
  people,
  projects,
  releaseLines,
  tags,
} from '@/db/schema'
import { shapedStatement } from '@/db/shaped-statement'
import { inline, type Put } from '@/db/statement'
import type { LineStatus } from '@/domain/backports/line-status'
import { lineMark, type LineMark } from '@/domain/backports/line-mark'
import { sortOf, viewOf, type QueueFilters, type QueueSort } from '@/domain/cases/queue-filters'
import type { Stage } from '@/domain/cases/stage'
import type { ClockKind } from '@/domain/clocks/clock'
import type { Rating } from '@/domain/severity/rating'
import type { Context } from '@/server/kernel/context'
import { absencesNow, type Away } from '@/server/people/absences-now'
import { hourMs, plusMs, type Instant } from '@/lib/instant'
import { isUnread } from '@/server/attention/readings'
import { actingPerson } from './acting-person'
import { openCaseTitle } from './open-case-title'
import { queueConditions } from './queue-conditions'
import { afterCursor, cursorAt, queueOrder } from './queue-order'
import { readSearch } from './queue-search'
import { scopeShape } from './scope'
import { openTag } from './tag-rows'

/** A case as the queue shows it. */
export interface QueueRow {
  reference: string
  /** The short name of its project: a case that was moved keeps the reference another project gave it. */
  project: string
  title: string
  stage: Stage
  rating: Rating | null
  /** What is owed next, what an agreed date asks for, or a task; null: nothing. */
  due: { kind: ClockKind | 'task' | null; dueAt: Instant; status: 'overdue' | 'due_soon' | 'on_track' } | null
  waitsForReporter: boolean
  isRestricted: boolean
  handler: { id: string; name: string } | null
  /** The handler is out of office; left out while they are here. */
  away?: { until: Instant; standIn: string | null }
  lines: { name: string; mark: LineMark; version?: string }[]
  tags: string[]
  receivedAt: Instant
  changedAt: Instant
  /** Something happened that who asks has not seen. */
  isUnread?: true
  /** When the announcement goes out; null: not scheduled, or suspended. */
  scheduledFor: Instant | null
}

type StoredLine = [
  name: string,
  affectedness: LineStatus['affectedness'],
  plan: LineStatus['plan'],
  work: LineStatus['work'],
  version: string | null,
]

/** How many cases a page holds. */
export const pageLength = 25
/** What is due within this time is due soon. */
const soonMs = 24 * hourMs

// Beside each case of the page alone: the limit is reached before any of these is looked up.
const linesOfCase = sql<StoredLine[] | null>`(
  select json_agg(json_build_array(${releaseLines.name}, ${lineStatuses.affectedness}, ${lineStatuses.plan}, ${lineStatuses.work}, ${lineStatuses.releasedVersion})
    order by ${releaseLines.isDevelopment} desc, ${releaseLines.supportedFrom} desc, ${releaseLines.name} desc)
  from ${lineStatuses} join ${releaseLines} on ${releaseLines.id} = ${lineStatuses.lineId}
  where ${lineStatuses.caseId} = ${cases.id})`
/** As hexadecimal digits: JSON has no bytes. */
const tagsOfRow = sql<[id: string, label: string][] | null>`(
  select json_agg(json_build_array(${tags.id}, encode(${tags.label}, 'hex')) order by ${caseTags.since}, ${tags.id})
  from ${caseTags} join ${tags} on ${tags.id} = ${caseTags.tagId}
  where ${caseTags.caseId} = ${cases.id})`
const projectOfCase = sql<string>`(select ${projects.slug} from ${projects} where ${projects.id} = ${cases.projectId})`
const scheduledFor = sql<Instant | null>`(
  select ${advisories.scheduledFor} from ${advisories}
  where ${advisories.caseId} = ${cases.id} and ${advisories.suspendedAt} is null)`.mapWith(
  advisories.scheduledFor,
)

interface Parts {
  isHandlerAway: SQL<boolean>
  isUnread: SQL<boolean>
  where: SQL | undefined
  sort: QueueSort
}

const rowsOfPage = (tx: Tx, { isHandlerAway, isUnread: unread, where, sort }: Parts) =>
  tx
    .select({
      id: cases.id,
      projectId: cases.projectId,
      project: projectOfCase,
      isHandlerAway,
      reference: cases.reference,
      title: cases.title,
      wrappedKey: cases.wrappedKey,
      stage: cases.stage,
      rating: cases.rating,
      nextDueAt: cases.nextDueAt,
      nextDueKind: cases.nextDueKind,
      waitsForReporter: cases.waitsForReporter,
      isRestricted: cases.isRestricted,
      handlerId: cases.handlerId,
      handlerName: people.name,
      receivedAt: cases.receivedAt,
      changedAt: cases.changedAt,
      announcedAt: cases.announcedAt,
      scheduledFor,
      lines: linesOfCase,
      isUnread: unread,
      tags: tagsOfRow,
    })
    .from(cases)
    .leftJoin(people, eq(people.id, cases.handlerId))
    .where(where)
    .orderBy(...queueOrder(sort))
    .limit(pageLength + 1)
const knownPage = shapedStatement('queue_page', rowsOfPage)

/** One page of the queue, and where it ends; null: there is no more. One statement, and one before it where somebody searches. */
export async function queueRows(
  context: Context,
  filters: QueueFilters,
): Promise<{ rows: QueueRow[]; next: string | null }> {
  const { tx, actor, now } = context
  const sort = sortOf(filters)
  const search = filters.q === undefined ? null : await readSearch(context, filters.q)
  const partsBy = (put: Put): Parts => ({
    isHandlerAway: sql<boolean>`exists (
      select 1 from ${absences} where ${absences.personId} = ${cases.handlerId}
        and ${absences.startsAt} <= ${put('now', now)}::timestamptz and ${absences.endsAt} > ${put('now', now)}::timestamptz)`,
    isUnread: isUnread(actingPerson(actor).personId, put),
    where: and(queueConditions(context, filters, search, put), afterCursor(sort, filters.cursor, put)),
    sort,
  })
  // What a search asks for has as many parts as it has words.
  const found = await (search === null
    ? knownPage(
        tx,
        [scopeShape(actor), viewOf(filters), sort, filters.severity === 'unrated'].join(),
        partsBy,
      )
    : rowsOfPage(tx, partsBy(inline)))
  const page = found.slice(0, pageLength)
  const last = found.length > pageLength ? page.at(-1) : undefined
  // Who stands in is asked only where somebody on the page is away.
  const absent = page.some(({ isHandlerAway }) => isHandlerAway) ? await absencesNow(context) : null
  const awayOn = (row: Found) =>
    row.isHandlerAway && row.handlerId ? (absent?.awayOn(row.handlerId, row) ?? null) : null
  return {
    rows: page.map((row) => queueRow(row, awayOn(row), context.now)),
    next: last ? cursorAt(sort, last) : null,
  }
}

type Found = Pick<
  typeof cases.$inferSelect,
  | 'id'
  | 'projectId'
  | 'reference'
  | 'title'
  | 'wrappedKey'
  | 'stage'
  | 'rating'
  | 'nextDueAt'
  | 'nextDueKind'
  | 'waitsForReporter'
  | 'isRestricted'
  | 'handlerId'
  | 'receivedAt'
  | 'changedAt'
  | 'announcedAt'
> & {
  project: string
  isHandlerAway: boolean
  handlerName: string | null
  scheduledFor: Instant | null
  lines: StoredLine[] | null
  isUnread: boolean
  tags: [id: string, label: string][] | null
}

const queueRow = (row: Found, away: Away | null, now: Instant): QueueRow => ({
  reference: row.reference,
  project: row.project,
  title: openCaseTitle(row),
  stage: row.stage,
  rating: row.rating,
  due:
    row.nextDueAt === null
      ? null
      : { kind: row.nextDueKind, dueAt: row.nextDueAt, status: dueStatus(row.nextDueAt, now) },
  waitsForReporter: row.waitsForReporter,
  isRestricted: row.isRestricted,
  handler: row.handlerId === null ? null : { id: row.handlerId, name: row.handlerName ?? '' },
  ...(away && { away: { until: away.until, standIn: away.standIn?.name ?? null } }),
  lines: (row.lines ?? []).map(([name, affectedness, plan, work, version]) => {
    const mark = lineMark({ affectedness, plan, work })
    return mark === 'released' && version !== null ? { name, mark, version } : { name, mark }
  }),
  tags: (row.tags ?? []).map(([id, label]) => openTag({ id, label: Buffer.from(label, 'hex') })),
  receivedAt: row.receivedAt,
  changedAt: row.changedAt,
  scheduledFor: row.announcedAt === null ? row.scheduledFor : null,
  ...(row.isUnread && { isUnread: true }),
})

const dueStatus = (dueAt: Instant, now: Instant) =>
  dueAt < now ? 'overdue' : dueAt <= plusMs(now, soonMs) ? 'due_soon' : 'on_track'
