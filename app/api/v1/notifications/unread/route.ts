import { jsonRoute } from '@/server/kernel/route'
import { unreadNotifications } from '@/server/notifications/own-notifications'

/** GET: how many of one's notifications are unread. */
export const GET = jsonRoute(unreadNotifications)
