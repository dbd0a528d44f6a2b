import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { publications } from '@/db/schema'
import type { InterimNotice } from '@/domain/advisories/interim-notice'
import type { PublicDocument } from '@/domain/advisories/public-document'
import { readPublicAdvisoryId } from '@/domain/advisories/public-id'
import type { Context } from '@/server/kernel/context'
import { notFound } from '@/server/kernel/problem'
import { query } from '@/server/kernel/query'
import { loadPublicProject, projectName } from '@/server/projects/load-project'
import { advisoryById } from './advisory-by-id'
import { interimNoticeOf } from './interim-notice-of'

/** What an advisory's address shows: the document, or between patch release and announcement the interim notice. */
export type PublicAdvisory =
  | { kind: 'document'; document: PublicDocument; isLatest: boolean }
  | { kind: 'interim'; id: string; project: { name: string; slug: string }; notice: InterimNotice }

/** One advisory as everybody may read it; with `revision`, as it stood then. What is not public yet is as unknown as what never was. */
export const publicAdvisory = query({
  name: 'advisories.public',
  input: z.object({
    project: projectName,
    advisory: z.string().max(64),
    revision: z.coerce.number().int().min(1).max(10_000).optional(),
  }),
  may: 'view_public',
  load: (context, input) => loadPublicProject(context, input.project),
  run: async (context, input, { project }): Promise<PublicAdvisory> => {
    const id = readPublicAdvisoryId(input.advisory)
    if (id === null) throw notFound()
    const published = await publication(context, project.id, id, input.revision)
    if (published) return { kind: 'document', document: published.document, isLatest: published.isLatest }
    if (input.revision !== undefined) throw notFound()
    const advisory = await advisoryById(context, project.id, id)
    const notice = advisory ? await interimNoticeOf(context, project.name, advisory) : null
    if (!notice) throw notFound()
    return { kind: 'interim', id, project: { name: project.name, slug: project.slug }, notice }
  },
})

async function publication({ tx }: Context, projectId: string, id: string, revision: number | undefined) {
  const [row] = await tx
    .select({ document: publications.document, isLatest: publications.isLatest })
    .from(publications)
    .where(
      and(
        eq(publications.publicId, id),
        eq(publications.projectId, projectId),
        revision === undefined ? eq(publications.isLatest, true) : eq(publications.revision, revision),
      ),
    )
  return row
}
