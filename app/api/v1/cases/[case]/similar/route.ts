import { similarCases } from '@/server/cases/similar-cases'
import { jsonRoute } from '@/server/kernel/route'

/** GET: the cases that may be about the same vulnerability. */
export const GET = jsonRoute(similarCases)
