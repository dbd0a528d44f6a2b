import { queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/lib/fetch-json'

const refetchEveryMs = 30_000

/** How many notifications are unread, asked again for as long as somebody looks at a page. */
export const unreadQueryOptions = queryOptions({
  queryKey: ['notifications', 'unread'],
  queryFn: ({ signal }) => fetchJson<{ unread: number }>('/api/v1/notifications/unread', signal),
  refetchInterval: refetchEveryMs,
})
