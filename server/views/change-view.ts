import { and, asc, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { savedViews } from '@/db/schema'
import { movedView, viewName } from '@/domain/views/saved-view'
import { command } from '@/server/kernel/command'
import { recordInstanceEvent } from '@/server/kernel/instance-events'
import { loadView, viewId } from './load-view'
import { sameList, sealName } from './view-rows'

/** Gives a view another name. */
export const renameView = command({
  name: 'views.rename',
  input: z.object({ view: viewId, name: viewName }),
  may: 'change_view',
  load: (context, { view }) => loadView(context, view),
  run: async (context, { name }, { view }) => {
    await context.tx
      .update(savedViews)
      .set({ name: sealName(view.id, name), changedAt: context.now })
      .where(eq(savedViews.id, view.id))
    await recordInstanceEvent(context, 'view_changed', { viewId: view.id, projectId: view.projectId })
    return { id: view.id, name }
  },
})

/** Moves a view a place up or down in its list; at the end of it nothing changes. */
export const moveView = command({
  name: 'views.move',
  input: z.object({ view: viewId, by: z.enum(['up', 'down'], 'A view goes up or down.') }),
  may: 'change_view',
  load: (context, { view }) => loadView(context, view),
  run: async (context, { by }, { view }) => {
    const { tx } = context
    const list = await tx
      .select({ id: savedViews.id, position: savedViews.position })
      .from(savedViews)
      .where(and(sameList(view), isNull(savedViews.removedAt)))
      .orderBy(asc(savedViews.position), asc(savedViews.id))
      .for('update')
    const places = new Map(list.map(({ id, position }) => [id, position]))
    const ids = movedView([...places.keys()], view.id, by)
    for (const [index, id] of ids.entries())
      if (places.get(id) !== index + 1)
        await tx
          .update(savedViews)
          .set({ position: index + 1 })
          .where(eq(savedViews.id, id))
    await recordInstanceEvent(context, 'view_changed', { viewId: view.id, projectId: view.projectId })
    return { id: view.id }
  },
})
