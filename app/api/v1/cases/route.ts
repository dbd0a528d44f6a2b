import { caseQueue } from '@/server/cases/case-queue'
import { jsonRoute } from '@/server/kernel/route'

/** GET: the cases one may see, narrowed and sorted by the query string. */
export const GET = jsonRoute(caseQueue)
