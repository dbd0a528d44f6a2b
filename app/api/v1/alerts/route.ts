import { alertQueue } from '@/server/alerts/alert-queue'
import { jsonRoute } from '@/server/kernel/route'

/** GET: the alerts one may see, in the state of the query string. */
export const GET = jsonRoute(alertQueue)
