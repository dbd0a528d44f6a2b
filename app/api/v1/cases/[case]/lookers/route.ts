import { caseLookersNow, lookAtCase } from '@/server/attention/look-at-case'
import { jsonRoute } from '@/server/kernel/route'

/** Who else has the case before them. */
export const GET = jsonRoute(caseLookersNow)

/** Says that one has it before oneself, and asks the same. */
export const POST = jsonRoute(lookAtCase)
