import { caseView } from '@/server/cases/case-view'
import { jsonRoute } from '@/server/kernel/route'

/** One case with everything its page shows. */
export const GET = jsonRoute(caseView)
