import { idleForm } from '@/lib/form-state'
import { submitReportAction } from '@/server/reports/actions'

type Context = { params: Promise<{ project: string }> }

/** Takes the report form with files from a browser that shows how far it is; otherwise as the form itself. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const form = await request.formData()
  form.set('project', (await params).project)
  return Response.json(await submitReportAction(idleForm(), form), {
    headers: { 'cache-control': 'no-store' },
  })
}
