import { queueSearch, type QueueFilters } from '@/domain/cases/queue-filters'
import { shortText } from '@/lib/text'

/** A list of more views than this is no shortcut any more. */
export const mostViews = 30

export const viewName = shortText(40, 'Give the view a name.')

/** The queue under filters that somebody keeps under a name. */
export interface SavedView {
  id: string
  name: string
  /** Whose team has it; null: oneself alone. */
  project: string | null
  filters: QueueFilters
  /** May rename, move and remove it. */
  mayChange: boolean
}

/** What of the filters is kept: a page further down is where somebody was, not what they look for. */
export const keptFilters = ({ cursor: _cursor, ...filters }: QueueFilters): QueueFilters => filters

/** Whether the queue shows exactly what the view says. */
export const isShown = (view: Pick<SavedView, 'filters'>, filters: QueueFilters): boolean =>
  queueSearch(keptFilters(filters)) === queueSearch(view.filters)

/** The list with one of its views a place up or down; as it was where there is no further place. */
export function movedView(ids: readonly string[], id: string, by: 'up' | 'down'): string[] {
  const from = ids.indexOf(id)
  const to = from + (by === 'up' ? -1 : 1)
  const other = ids[to]
  if (from === -1 || other === undefined) return [...ids]
  return ids.map((one, index) => (index === from ? other : index === to ? id : one))
}
