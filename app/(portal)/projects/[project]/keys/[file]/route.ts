import { anyone } from '@/server/auth/anyone'
import { publicKey } from '@/server/encryption/public-key'
import { noPublicDocument, publicDocument } from '@/server/kernel/public-document'

type Context = { params: Promise<{ project: string; file: string }> }

/** A key of the project, armoured: its fingerprint with `.asc`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { project, file } = await params
  const fingerprint = /^([0-9A-Fa-f]{40,64})\.asc$/.exec(file)?.[1]
  if (fingerprint === undefined) return noPublicDocument({ code: 'not_found' })
  const found = await publicKey(anyone, { project, fingerprint })
  if (!found.ok) return noPublicDocument(found.refusal)
  return publicDocument(request, { ...found.value, contentType: 'application/pgp-keys' })
}
