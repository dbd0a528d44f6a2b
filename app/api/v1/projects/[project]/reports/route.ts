import { jsonRoute, problemResponse } from '@/server/kernel/route'
import { submitReport } from '@/server/reports/submit-report'
import { reportsPerClient, spent } from '@/server/reports/throttles'

type Context = { params: Promise<{ project: string }> }

const submit = jsonRoute(submitReport, { isPublic: true })

/** Takes a report as JSON. `submission`, 128 random bits of the client's own, makes a repeat the same report. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const problem = await spent(reportsPerClient)
  if (problem) return problemResponse(problem)
  return submit(request, { params: params.then(({ project }) => ({ project, channel: 'api' })) })
}
