import { askReleaseGate } from '@/server/assessments/release-gate'
import { actorOfRequest } from '@/server/auth/token-actor'
import { jsonRoute, problemResponse } from '@/server/kernel/route'
import { gatesPerClient, spent } from '@/server/reports/throttles'

type Context = { params: Promise<{ project: string; version: string }> }

const ask = jsonRoute(askReleaseGate, { actor: actorOfRequest })

/** GET: may this release go out? For people with a session, and for programs with a token of the project. */
export async function GET(request: Request, context: Context): Promise<Response> {
  const problem = await spent(gatesPerClient)
  return problem ? problemResponse(problem) : ask(request, context)
}
