import { caseEvents } from '@/server/cases/case-events'
import { jsonRoute } from '@/server/kernel/route'

/** GET: everything that happened on the case, newest first. */
export const GET = jsonRoute(caseEvents)
