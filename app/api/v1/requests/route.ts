import { jsonRoute } from '@/server/kernel/route'
import { requestQueue } from '@/server/requests/request-queue'

/** GET: the requests one may see, narrowed by the query string. */
export const GET = jsonRoute(requestQueue)
