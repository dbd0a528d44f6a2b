import { publicAcknowledgements } from '@/server/advisories/public-acknowledgements'
import { anyone } from '@/server/auth/anyone'
import { noPublicDocument, publicDocument } from '@/server/kernel/public-document'

type Context = { params: Promise<{ project: string }> }

/** Whom a project thanks, for programs: what its page shows. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const found = await publicAcknowledgements(anyone, await params)
  if (!found.ok) return noPublicDocument(found.refusal)
  return publicDocument(request, {
    text: `${JSON.stringify(found.value, null, 2)}\n`,
    contentType: 'application/json; charset=utf-8',
    changedAt: found.value.updatedAt,
  })
}
