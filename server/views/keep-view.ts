import { randomUUID } from 'node:crypto'
import { and, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { savedViews } from '@/db/schema'
import { mostViews, viewName } from '@/domain/views/saved-view'
import { command } from '@/server/kernel/command'
import type { Context } from '@/server/kernel/context'
import { recordInstanceEvent } from '@/server/kernel/instance-events'
import { refused } from '@/server/kernel/problem'
import { actingPersonId, loadOwnAccount } from '@/server/people/load-account'
import { loadProject, projectName } from '@/server/projects/load-project'
import { filtersOf, sameList, sealView } from './view-rows'

/** The filters as the query string of the queue's address. */
const search = z.string().max(2000, 'These filters are too long to keep.')

/** Keeps the queue under these filters for oneself. */
export const keepView = command({
  name: 'views.keep',
  input: z.object({ name: viewName, filters: search }),
  may: 'keep_views',
  load: loadOwnAccount,
  run: (context, input) => add(context, input, null),
})

/** Keeps the queue under these filters for the team of a project. */
export const shareView = command({
  name: 'views.share',
  input: z.object({ name: viewName, filters: search, project: projectName }),
  may: 'share_views',
  load: (context, { project }) => loadProject(context, project),
  run: (context, input, { project }) => add(context, input, project.id),
})

async function add(
  context: Context,
  { name, filters }: { name: string; filters: string },
  projectId: string | null,
) {
  const personId = actingPersonId(context)
  const [list] = await context.tx
    .select({ kept: sql<number>`count(*)::int`, last: sql<number>`coalesce(max(${savedViews.position}), 0)` })
    .from(savedViews)
    .where(and(sameList({ personId, projectId }), isNull(savedViews.removedAt)))
  if ((list?.kept ?? 0) >= mostViews)
    throw refused(`There are ${mostViews} views, the most there can be. Remove one first.`)
  const id = randomUUID()
  await context.tx.insert(savedViews).values({
    id,
    personId,
    projectId,
    ...sealView(id, { name, filters: filtersOf(filters) }),
    position: (list?.last ?? 0) + 1,
    changedAt: context.now,
  })
  await recordInstanceEvent(context, 'view_saved', { viewId: id, projectId })
  return { id, name }
}
