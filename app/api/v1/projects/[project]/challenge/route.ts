import { jsonRoute } from '@/server/kernel/route'
import { askChallenge } from '@/server/reports/ask-challenge'
import { challengesPerClient } from '@/server/reports/throttles'

/** What a browser has to solve before it sends a report; `{"challenge": null}` while nothing is asked. */
export const GET = jsonRoute(askChallenge, { isPublic: true, perClient: challengesPerClient })
