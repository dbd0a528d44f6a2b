import { and, asc, eq, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm'
import { projects, savedViews } from '@/db/schema'
import { shapedStatement } from '@/db/shaped-statement'
import { can } from '@/domain/access/can'
import type { QueueFilters } from '@/domain/cases/queue-filters'
import { queueSearch } from '@/domain/cases/queue-filters'
import { keptFilters, type SavedView } from '@/domain/views/saved-view'
import { readQueueFilters } from '@/server/cases/queue-input'
import type { Context } from '@/server/kernel/context'
import { vault } from '@/server/kernel/vault'
import { projectsInScope } from '@/server/projects/scope'

export type ViewRow = typeof savedViews.$inferSelect

const place = (id: string, column: 'name' | 'filters') => ({ table: 'saved_views', row: id, column })

/** Name and filters as they are stored: what people look for tells of vulnerabilities. */
export const sealView = (id: string, { name, filters }: { name: string; filters: QueueFilters }) => ({
  name: sealName(id, name),
  filters: vault().instanceVault.seal(place(id, 'filters'), queueSearch(keptFilters(filters))),
})

/** Seals the name of a kept view. */
export const sealName = (id: string, name: string): Uint8Array =>
  vault().instanceVault.seal(place(id, 'name'), name)

/** The filters in a query string, as an address or a form holds them. */
export const filtersOf = (search: string): QueueFilters =>
  readQueueFilters(Object.fromEntries(new URLSearchParams(search)))

type Listed = Pick<ViewRow, 'id' | 'personId' | 'projectId' | 'name' | 'filters'> & { project: string | null }

/** The view as it is shown. One that a team shares is about its project, whatever that is called by now. */
export function openView({ actor }: Pick<Context, 'actor'>, row: Listed): SavedView {
  const filters = filtersOf(vault().instanceVault.open(place(row.id, 'filters'), row.filters))
  return {
    id: row.id,
    name: vault().instanceVault.open(place(row.id, 'name'), row.name),
    project: row.project,
    filters: row.project === null ? filters : { ...filters, project: row.project },
    mayChange: can(actor, 'change_view', {
      kind: 'view',
      personId: row.personId,
      projectId: row.projectId,
    }).allowed,
  }
}

/** One's own views, then those of the teams one belongs to, each in its order. */
export const viewsOf = (context: Context, personId: string): Promise<SavedView[]> =>
  viewsWhere(context, personId, 'kept')

/** Those that were removed and can be brought back. */
export const removedViewsOf = (context: Context, personId: string): Promise<SavedView[]> =>
  viewsWhere(context, personId, 'removed')

const listed = shapedStatement('views', (tx, where: SQL | undefined) =>
  tx
    .select({
      id: savedViews.id,
      personId: savedViews.personId,
      projectId: savedViews.projectId,
      name: savedViews.name,
      filters: savedViews.filters,
      project: projects.slug,
    })
    .from(savedViews)
    .leftJoin(projects, eq(projects.id, savedViews.projectId))
    .where(where)
    .orderBy(
      sql`${savedViews.projectId} is not null`,
      asc(projects.name),
      asc(savedViews.position),
      asc(savedViews.id),
    ),
)

async function viewsWhere(
  context: Context,
  personId: string,
  which: 'kept' | 'removed',
): Promise<SavedView[]> {
  const rows = await listed(context.tx, which, (put) =>
    and(
      which === 'kept' ? isNull(savedViews.removedAt) : isNotNull(savedViews.removedAt),
      or(
        and(isNull(savedViews.projectId), sql`${savedViews.personId} = ${put('personId', personId)}`),
        and(isNotNull(savedViews.projectId), projectsInScope(context.actor, put)),
      ),
    ),
  )
  return rows.map((row) => openView(context, row))
}

/** The condition on views that stand in one list: of a person, or of a project. */
export const sameList = ({ personId, projectId }: Pick<ViewRow, 'personId' | 'projectId'>) =>
  projectId === null
    ? and(isNull(savedViews.projectId), eq(savedViews.personId, personId))
    : eq(savedViews.projectId, projectId)

/** The way back to the queue that an address names, if it is one; else the queue as it opens. */
export function queuePath(given: string | string[] | undefined): string {
  const search = typeof given === 'string' && given.startsWith('/console?') ? given.slice(9) : ''
  const filters = queueSearch(filtersOf(search))
  return filters === '' ? '/console' : `/console?${filters}`
}
