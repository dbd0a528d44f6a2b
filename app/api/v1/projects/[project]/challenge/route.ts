import { jsonRoute, problemResponse } from '@/server/kernel/route'
import { askChallenge } from '@/server/reports/ask-challenge'
import { challengesPerClient, spent } from '@/server/reports/throttles'

type Context = { params: Promise<{ project: string }> }

const ask = jsonRoute(askChallenge, { isPublic: true })

/** What a browser has to solve before it sends a report; `{"challenge": null}` while nothing is asked. */
export async function GET(request: Request, context: Context): Promise<Response> {
  const problem = await spent(challengesPerClient)
  return problem ? problemResponse(problem) : ask(request, context)
}
