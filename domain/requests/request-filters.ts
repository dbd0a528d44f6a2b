import { requestKinds, type RequestKind } from './request'

/** Which requests a list shows. */
export const requestViews = ['open', 'answered', 'all'] as const
export type RequestView = (typeof requestViews)[number]

export const requestViewLabel: Readonly<Record<RequestView, string>> = {
  open: 'To answer',
  answered: 'Answered',
  all: 'All requests',
}

export interface RequestFilters {
  view: RequestView
  kind?: RequestKind
}

/** The filters of an address; what makes no sense is left out. */
export const readRequestFilters = (search: Record<string, unknown>): RequestFilters => ({
  view: requestViews.find((view) => view === search.view) ?? 'open',
  kind: requestKinds.find((kind) => kind === search.kind),
})

/** The query string of the filters; the usual ones need no word. */
export function requestSearch({ view, kind }: RequestFilters): string {
  const search = new URLSearchParams()
  if (view !== 'open') search.set('view', view)
  if (kind) search.set('kind', kind)
  return search.toString()
}
