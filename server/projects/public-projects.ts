import { asc } from 'drizzle-orm'
import { z } from 'zod'
import { projects } from '@/db/schema'
import { query } from '@/server/kernel/query'

/** Every project of this desk by name, for its front page. */
export const publicProjects = query({
  name: 'projects.publicList',
  input: z.object({}),
  may: 'browse_projects',
  load: async () => ({ subject: { kind: 'instance' as const } }),
  run: ({ tx }) =>
    tx
      .select({ slug: projects.slug, key: projects.key, name: projects.name, summary: projects.summary })
      .from(projects)
      .orderBy(asc(projects.name)),
})
