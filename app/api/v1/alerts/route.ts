import { alertQueue } from '@/server/alerts/alert-queue'
import { jsonRoute } from '@/server/kernel/route'

/** GET: the alerts one may see, in the state and of the project of the query string, a page after `after`. */
export const GET = jsonRoute(alertQueue)
