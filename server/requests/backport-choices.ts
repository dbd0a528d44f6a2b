import { and, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { publications, releaseLines } from '@/db/schema'
import { isSupported, newestFirst } from '@/domain/backports/supported'
import { query } from '@/server/kernel/query'
import { policyInForce } from '@/server/policies/policy-in-force'
import { loadPublicProject, projectName } from '@/server/projects/load-project'

/** More announced advisories than anybody scrolls through. */
const most = 200

/** What a backport can be asked for: the announced advisories and the older lines; and whether the project takes such requests. */
export const backportChoices = query({
  name: 'requests.backportChoices',
  input: z.object({ project: projectName }),
  may: 'view_public',
  load: (context, input) => loadPublicProject(context, input.project),
  run: async (context, _input, { project }) => {
    const { terms } = await policyInForce(context, project.id)
    const announced = await context.tx
      .select({ id: publications.publicId, document: publications.document })
      .from(publications)
      .where(and(eq(publications.projectId, project.id), eq(publications.isLatest, true)))
      .orderBy(desc(publications.publishedAt))
      .limit(most)
    const lines = await context.tx.select().from(releaseLines).where(eq(releaseLines.projectId, project.id))
    return {
      isTaken: terms.backports.olderMinors === 'on_request',
      advisories: announced.map(({ id, document }) => ({ id, title: document.title })),
      lines: newestFirst(lines)
        .filter(
          (line) =>
            !line.isDevelopment && line.supportedFrom <= context.now && !isSupported(line, context.now),
        )
        .map(({ id, name, range }) => ({ id, name, range })),
    }
  },
})
