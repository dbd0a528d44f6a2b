import { anyone } from '@/server/auth/anyone'
import { noPublicDocument, publicDocument } from '@/server/kernel/public-document'
import { projectSecurityMd } from '@/server/policies/security-md'

type Context = { params: Promise<{ project: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const found = await projectSecurityMd(anyone, await params)
  if (!found.ok) return noPublicDocument(found.refusal)
  return publicDocument(request, { ...found.value, contentType: 'text/markdown; charset=utf-8' })
}
