import { atomFeed } from '@/server/advisories/atom-feed'
import { publicAdvisories } from '@/server/advisories/public-advisories'
import { anyone } from '@/server/auth/anyone'
import { noPublicDocument, publicDocument } from '@/server/kernel/public-document'

type Context = { params: Promise<{ project: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const found = await publicAdvisories(anyone, { project: (await params).project, limit: 50 })
  if (!found.ok) return noPublicDocument(found.refusal)
  const { project, documents } = found.value
  const place = {
    title: `${project.name}: security advisories`,
    description: `Announced security advisories of ${project.name}.`,
    page: `/projects/${project.slug}`,
    path: `/projects/${project.slug}/feed.atom`,
    since: project.createdAt,
  }
  return publicDocument(request, {
    ...atomFeed(place, documents),
    contentType: 'application/atom+xml; charset=utf-8',
  })
}
