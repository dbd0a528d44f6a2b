import { currentReporter } from '@/server/auth/receipt-cookie'
import { noPublicDocument } from '@/server/kernel/public-document'
import { ownAttachment } from '@/server/reports/own-attachment'

type Context = { params: Promise<{ file: string }> }

/** A reporter's own file, always as a download: nothing somebody uploaded is ever shown by this site. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const found = await ownAttachment(await currentReporter(), await params)
  if (!found.ok) return noPublicDocument(found.refusal)
  const { name, content } = found.value
  return new Response(new Uint8Array(content), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`,
      'cache-control': 'no-store',
    },
  })
}
