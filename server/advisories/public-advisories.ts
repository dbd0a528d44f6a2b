import { and, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { publications } from '@/db/schema'
import type { PublicDocument } from '@/domain/advisories/public-document'
import type { Context } from '@/server/kernel/context'
import { query } from '@/server/kernel/query'
import { loadPublicProject, projectName } from '@/server/projects/load-project'

const limit = z.number().int().min(1).max(100).default(10)

/** The advisories a project announced, the latest first, each as it stands now. */
export const publicAdvisories = query({
  name: 'advisories.publicList',
  input: z.object({ project: projectName, limit }),
  may: 'view_public',
  load: (context, input) => loadPublicProject(context, input.project),
  run: async (context, input, { project }) => ({
    project: { name: project.name, slug: project.slug, createdAt: project.createdAt },
    documents: await latestDocuments(context, input.limit, project.id),
  }),
})

/** The advisories of every project of this desk, the latest first. */
export const deskAdvisories = query({
  name: 'advisories.deskList',
  input: z.object({ limit }),
  may: 'browse_projects',
  load: async () => ({ subject: { kind: 'instance' as const } }),
  run: (context, input) => latestDocuments(context, input.limit),
})

async function latestDocuments({ tx }: Context, most: number, projectId?: string): Promise<PublicDocument[]> {
  const rows = await tx
    .select({ document: publications.document })
    .from(publications)
    .where(
      and(
        eq(publications.isLatest, true),
        projectId === undefined ? undefined : eq(publications.projectId, projectId),
      ),
    )
    .orderBy(desc(publications.publishedAt), desc(publications.id))
    .limit(most)
  return rows.map(({ document }) => document)
}
