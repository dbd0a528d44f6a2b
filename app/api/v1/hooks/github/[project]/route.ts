import { deliverHook } from '@/server/alerts/deliver-hook'
import { problemResponse } from '@/server/kernel/route'
import { hooksPerClient, spent } from '@/server/reports/throttles'

type Context = { params: Promise<{ project: string }> }

/** POST: what GitHub sends for a project, signed with its secret (docs/github.md). */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const problem = await spent(hooksPerClient)
  return problem ? problemResponse(problem) : deliverHook(request, (await params).project)
}
