import { keepUnread } from '@/server/attention/look-at-case'
import { jsonRoute } from '@/server/kernel/route'

/** Makes the case count as unread. */
export const POST = jsonRoute(keepUnread)
