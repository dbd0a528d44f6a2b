import { invalid } from '@/server/kernel/problem'
import { jsonRoute, problemResponse } from '@/server/kernel/route'
import { withThreshold } from '@/server/kernel/threshold'
import { submitReport } from '@/server/reports/submit-report'
import { reportsPerClient } from '@/server/reports/throttles'

type Context = { params: Promise<{ project: string }> }

const submit = jsonRoute(submitReport, { isPublic: true, perClient: reportsPerClient })

/** Takes a report as JSON. `submission`, 128 random bits of the client's own, makes a repeat the same report. */
export const POST = withThreshold<Context>((request, { params }) =>
  submit(request, { params: params.then(({ project }) => ({ project, channel: 'api' })) }),
)

const allow = { allow: 'OPTIONS, POST' }
export const OPTIONS = withThreshold(() => new Response(null, { status: 204, headers: allow }))

// What Next would say to other methods lacks the headers that `proxy.ts` sets elsewhere.
const notThus = withThreshold(() =>
  problemResponse(invalid({}, 'A report is sent with POST.').problem, 405, allow),
)
export { notThus as DELETE, notThus as GET, notThus as PATCH, notThus as PUT }
