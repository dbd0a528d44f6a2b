import { jsonRoute } from '@/server/kernel/route'
import { projectNumbers } from '@/server/numbers/project-numbers'

/** GET: the numbers of a project; `from` and `until` are days. */
export const GET = jsonRoute(projectNumbers)
