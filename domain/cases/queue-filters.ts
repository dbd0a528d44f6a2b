import type { Rating } from '@/domain/severity/rating'
import type { Stage } from './stage'

/** The saved views of the queue, in the order they stand beside it. */
export const queueViews = [
  'open',
  'unassigned',
  'mine',
  'unread',
  'overdue',
  'waiting_for_reporter',
  'ready_to_schedule',
  'scheduled',
  'announced',
  'held',
  'closed',
  'spam',
  'all',
] as const
export type QueueView = (typeof queueViews)[number]

export const viewLabel: Readonly<Record<QueueView, string>> = {
  open: 'Open',
  unassigned: 'Unassigned',
  mine: 'Mine',
  unread: 'Unread',
  overdue: 'Overdue',
  waiting_for_reporter: 'Waiting for reporter',
  ready_to_schedule: 'Ready to schedule',
  scheduled: 'Scheduled',
  announced: 'Announced',
  held: 'Held',
  closed: 'Closed',
  spam: 'Spam',
  all: 'All cases',
}

/** Views that are counted: those of cases that still ask for something, and spam. */
export const countedViews = [
  'open',
  'unassigned',
  'mine',
  'overdue',
  'waiting_for_reporter',
  'ready_to_schedule',
  'scheduled',
  'announced',
  'held',
  'spam',
] as const satisfies readonly QueueView[]
export type CountedView = (typeof countedViews)[number]

/** A count goes no further than this and shows as “200+”: beyond it, how many exactly changes nothing, and would cost. */
export const mostCounted = 201

export const countText = (count: number): string =>
  count >= mostCounted ? `${mostCounted - 1}+` : String(count)

export const queueSorts = ['due', 'age', 'severity', 'changed'] as const
export type QueueSort = (typeof queueSorts)[number]

export const sortLabel: Readonly<Record<QueueSort, string>> = {
  due: 'Due next',
  age: 'Oldest',
  severity: 'Severity',
  changed: 'Changed last',
}

/** What the queue is narrowed to; everything may be absent. The same names stand in the address and in the API. */
export interface QueueFilters {
  view?: QueueView
  /** Slug. */
  project?: string
  severity?: Rating | 'unrated'
  stage?: Stage
  /** Id of the primary handler. */
  handler?: string
  /** What is searched for: words, or a reference. */
  q?: string
  /** A tag, as written. */
  tag?: string
  sort?: QueueSort
  /** Where the page before ended. */
  cursor?: string
}

/** The view that counts: searching without one looks through everything. */
export const viewOf = ({ view, q }: QueueFilters): QueueView => view ?? (q ? 'all' : 'open')

/** The order that counts: closed cases owe nothing, and who searches through all looks for what happened last. */
export const sortOf = (filters: QueueFilters): QueueSort =>
  filters.sort ??
  (['closed', 'spam'].includes(viewOf(filters)) || (filters.q && viewOf(filters) === 'all')
    ? 'changed'
    : 'due')

/** The filters as a query string, in one order, without what is absent: the same filters are always the same text. */
export function queueSearch(filters: QueueFilters): string {
  const names = ['view', 'project', 'severity', 'stage', 'handler', 'tag', 'q', 'sort', 'cursor'] as const
  const search = new URLSearchParams()
  for (const name of names) if (filters[name]) search.set(name, filters[name])
  return search.toString()
}
