import { currentActor } from '@/server/auth/current-actor'
import { jsonAnswer } from '@/server/kernel/route'
import { figuresOf } from '@/server/numbers/figures'
import { projectNumbers } from '@/server/numbers/project-numbers'
import { figuresCsv } from '@/domain/numbers/numbers-csv'

type Context = { params: Promise<{ project: string }> }

/** GET: the numbers of a project as CSV, one figure a line. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await currentActor()
  const search = new URL(request.url).searchParams
  const asked = { from: search.get('from') ?? undefined, until: search.get('until') ?? undefined }
  const result = await projectNumbers(actor, { ...(await params), ...asked })
  if (!result.ok) return jsonAnswer(result, actor)
  const { project, period } = result.value
  return new Response(figuresCsv(figuresOf(result.value)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${project.slug}-${period.from}-${period.until}.csv"`,
      'cache-control': 'no-store',
    },
  })
}
