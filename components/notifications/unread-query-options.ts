import { queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/lib/fetch-json'
import type { Unread } from '@/server/notifications/own-notifications'

const refetchEveryMs = 30_000

/** How many notifications are unread and how many mails wait, asked again for as long as somebody looks at a page. */
export const unreadQueryOptions = queryOptions({
  queryKey: ['notifications', 'unread'],
  queryFn: ({ signal }) => fetchJson<Unread>('/api/v1/notifications/unread', signal),
  refetchInterval: refetchEveryMs,
})
