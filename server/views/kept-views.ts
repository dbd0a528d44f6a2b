import { z } from 'zod'
import type { SavedView } from '@/domain/views/saved-view'
import { countedQueues } from '@/server/cases/counted-queues'
import { query } from '@/server/kernel/query'
import { loadOwnAccount } from '@/server/people/load-account'
import { removedViewsOf, viewsOf } from './view-rows'

/** A kept view, and how many cases it holds for whoever looks; counting stops at `mostCounted`. */
export type KeptView = SavedView & { count: number }

/** The views a person has, and those they may bring back. */
export const keptViews = query({
  name: 'views.list',
  input: z.object({}),
  may: 'keep_views',
  load: loadOwnAccount,
  run: async (context, _input, { personId }): Promise<{ views: KeptView[]; removed: SavedView[] }> => {
    const [views, removed] = await Promise.all([
      viewsOf(context, personId),
      removedViewsOf(context, personId),
    ])
    const counts = await countedQueues(
      context,
      views.map(({ filters }) => filters),
    )
    return {
      views: views.map((view, index) => ({ ...view, count: counts[index] ?? 0 })),
      removed: removed.filter(({ mayChange }) => mayChange),
    }
  },
})
