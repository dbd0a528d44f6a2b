import { publicAdvisory } from '@/server/advisories/public-advisory'
import { anyone } from '@/server/auth/anyone'
import { noPublicDocument, publicDocument } from '@/server/kernel/public-document'

type Context = { params: Promise<{ project: string; advisory: string }> }

/** The announced document, which has the same address and id for ever; before that there is nothing. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const found = await publicAdvisory(anyone, await params)
  if (!found.ok) return noPublicDocument(found.refusal)
  if (found.value.kind !== 'document') return noPublicDocument({ code: 'not_found' })
  const { document } = found.value
  return publicDocument(request, {
    text: `${JSON.stringify(document, null, 2)}\n`,
    contentType: 'application/json; charset=utf-8',
    changedAt: document.updatedAt,
  })
}
