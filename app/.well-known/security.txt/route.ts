import { anyone } from '@/server/auth/anyone'
import { noPublicDocument, publicDocument } from '@/server/kernel/public-document'
import { deskSecurityTxt } from '@/server/reports/security-txt'

export async function GET(request: Request): Promise<Response> {
  const found = await deskSecurityTxt(anyone, {})
  if (!found.ok) return noPublicDocument(found.refusal)
  return publicDocument(request, { ...found.value, contentType: 'text/plain; charset=utf-8' })
}
