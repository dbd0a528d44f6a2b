import { z } from 'zod'
import type { SavedView } from '@/domain/views/saved-view'
import { query } from '@/server/kernel/query'
import { loadOwnAccount } from '@/server/people/load-account'
import { removedViewsOf, viewsOf } from './view-rows'

/** The views a person has, and those they may bring back. */
export const keptViews = query({
  name: 'views.list',
  input: z.object({}),
  may: 'keep_views',
  load: loadOwnAccount,
  run: async (context, _input, { personId }): Promise<{ views: SavedView[]; removed: SavedView[] }> => {
    const [views, removed] = await Promise.all([
      viewsOf(context, personId),
      removedViewsOf(context, personId),
    ])
    return { views, removed: removed.filter(({ mayChange }) => mayChange) }
  },
})
