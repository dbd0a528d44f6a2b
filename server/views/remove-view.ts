import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { savedViews } from '@/db/schema'
import { command } from '@/server/kernel/command'
import { recordInstanceEvent } from '@/server/kernel/instance-events'
import { loadView, viewId } from './load-view'

/** Takes a view away. It waits a day, so that this can be undone; then a sweep forgets it. */
export const removeView = command({
  name: 'views.remove',
  input: z.object({ view: viewId }),
  may: 'change_view',
  load: (context, { view }) => loadView(context, view),
  run: async (context, _input, { view }) => {
    await context.tx
      .update(savedViews)
      .set({ removedAt: context.now, changedAt: context.now })
      .where(eq(savedViews.id, view.id))
    await recordInstanceEvent(context, 'view_removed', { viewId: view.id, projectId: view.projectId })
    return { id: view.id }
  },
})

/** Brings a removed view back to its place. */
export const restoreView = command({
  name: 'views.restore',
  input: z.object({ view: viewId }),
  may: 'change_view',
  load: (context, { view }) => loadView(context, view, { removed: true }),
  run: async (context, _input, { view }) => {
    await context.tx
      .update(savedViews)
      .set({ removedAt: null, changedAt: context.now })
      .where(eq(savedViews.id, view.id))
    await recordInstanceEvent(context, 'view_restored', { viewId: view.id, projectId: view.projectId })
    return { id: view.id }
  },
})
