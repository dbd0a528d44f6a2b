import { currentActor } from '@/server/auth/current-actor'
import { caseAttachment } from '@/server/cases/case-attachment'
import { jsonAnswer } from '@/server/kernel/route'

/** A file of a report: always saved, never opened in the desk's own origin. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ case: string; attachment: string }> },
): Promise<Response> {
  const actor = await currentActor()
  const result = await caseAttachment(actor, await params)
  if (!result.ok) return jsonAnswer(result, actor)
  const { name, content } = result.value
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return new Response(new Uint8Array(content), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encoded}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  })
}
