import { currentActor } from '@/server/auth/current-actor'
import { jsonAnswer } from '@/server/kernel/route'
import { casePack } from '@/server/upstreams/case-pack'

/** GET: the text to send to an upstream, always saved as a file. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ case: string }> },
): Promise<Response> {
  const actor = await currentActor()
  const result = await casePack(actor, await params)
  if (!result.ok) return jsonAnswer(result, actor)
  const { reference, text } = result.value
  return new Response(text, {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="${reference}-for-upstream.txt"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  })
}
