import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { projects } from '@/db/schema'
import { packageUrls } from '@/domain/projects/package-url'
import { projectFacts } from '@/domain/projects/project-name'
import { versionSeen } from '@/lib/version-seen'
import { command } from '@/server/kernel/command'
import { recordInstanceEvent } from '@/server/kernel/instance-events'
import { conflict } from '@/server/kernel/problem'
import { loadProject, projectName } from './load-project'

/** Changes what a project says about itself. `version` is the one the person started from. */
export const changeProject = command({
  name: 'projects.change',
  input: z.object({
    project: projectName,
    version: versionSeen(),
    ...projectFacts,
    packages: packageUrls,
  }),
  may: 'edit_project',
  load: (context, input) => loadProject(context, input.project),
  run: async (context, { project: _name, version, ...facts }, { project }) => {
    const [changed] = await context.tx
      .update(projects)
      .set({ ...facts, version: sql`${projects.version} + 1` })
      .where(and(eq(projects.id, project.id), eq(projects.version, version)))
      .returning({ version: projects.version })
    if (!changed) {
      const [now] = await context.tx.select().from(projects).where(eq(projects.id, project.id))
      throw conflict(
        'Somebody else changed this project while you were editing. Nothing was saved and nothing you typed is lost.',
        now && {
          version: now.version,
          name: now.name,
          summary: now.summary,
          repository: now.repository,
          packages: now.packages,
        },
      )
    }
    await recordInstanceEvent(context, 'project_changed', { projectId: project.id })
    return changed
  },
})
