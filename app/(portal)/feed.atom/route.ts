import { atomFeed } from '@/server/advisories/atom-feed'
import { deskAdvisories } from '@/server/advisories/public-advisories'
import { anyone } from '@/server/auth/anyone'
import { noPublicDocument, publicDocument } from '@/server/kernel/public-document'
import { toInstant } from '@/lib/instant'

const place = {
  title: 'Security advisories',
  description: 'Announced security advisories of every project of this desk.',
  page: '/',
  path: '/feed.atom',
  since: toInstant(0),
}

export async function GET(request: Request): Promise<Response> {
  const found = await deskAdvisories(anyone, { limit: 50 })
  if (!found.ok) return noPublicDocument(found.refusal)
  return publicDocument(request, {
    ...atomFeed(place, found.value),
    contentType: 'application/atom+xml; charset=utf-8',
  })
}
