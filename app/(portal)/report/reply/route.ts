import { idleForm } from '@/lib/form-state'
import { replyAction } from '@/server/reports/actions'

/** Takes a reply with files from a browser that shows how far it is; otherwise as the form itself. */
export async function POST(request: Request): Promise<Response> {
  return Response.json(await replyAction(idleForm(), await request.formData()), {
    headers: { 'cache-control': 'no-store' },
  })
}
