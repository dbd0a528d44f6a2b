import { leaveCase } from '@/server/attention/look-at-case'
import { jsonRoute } from '@/server/kernel/route'

/** Says that the page of the case was closed. */
export const POST = jsonRoute(leaveCase)
