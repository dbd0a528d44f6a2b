import { anyone } from '@/server/auth/anyone'
import { noPublicDocument, publicDocument } from '@/server/kernel/public-document'
import { projectSecurityTxt } from '@/server/reports/security-txt'

type Context = { params: Promise<{ project: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const found = await projectSecurityTxt(anyone, await params)
  if (!found.ok) return noPublicDocument(found.refusal)
  return publicDocument(request, { ...found.value, contentType: 'text/plain; charset=utf-8' })
}
