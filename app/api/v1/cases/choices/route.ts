import { queueChoices } from '@/server/cases/queue-choices'
import { jsonRoute } from '@/server/kernel/route'

/** GET: the projects and people the queue can be narrowed to. */
export const GET = jsonRoute(queueChoices)
