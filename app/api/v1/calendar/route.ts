import { caseCalendar } from '@/server/cases/calendar'
import { jsonRoute } from '@/server/kernel/route'

/** GET: the dates of the cases one may see, by month and time zone. */
export const GET = jsonRoute(caseCalendar)
