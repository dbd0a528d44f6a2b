import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { projects } from '@/db/schema'
import { shownStatistics } from '@/domain/projects/shown-statistic'
import { versionSeen } from '@/lib/version-seen'
import { command } from '@/server/kernel/command'
import { recordInstanceEvent } from '@/server/kernel/instance-events'
import { conflict } from '@/server/kernel/problem'
import { loadProject, projectName } from './load-project'

/** Chooses which statistics the portal shows of a project. `version` is the one the person started from. */
export const chooseStatistics = command({
  name: 'projects.chooseStatistics',
  input: z.object({
    project: projectName,
    version: versionSeen(),
    statistics: z.array(z.enum(shownStatistics, { error: 'Choose among the statistics named here.' })),
  }),
  may: 'edit_project',
  load: (context, input) => loadProject(context, input.project),
  run: async (context, { version, statistics }, { project }) => {
    const chosen = shownStatistics.filter((one) => statistics.includes(one))
    const [changed] = await context.tx
      .update(projects)
      .set({ shownStatistics: chosen, version: sql`${projects.version} + 1` })
      .where(and(eq(projects.id, project.id), eq(projects.version, version)))
      .returning({ version: projects.version })
    if (!changed) {
      const [now] = await context.tx.select().from(projects).where(eq(projects.id, project.id))
      throw conflict(
        'Somebody else changed this project while you were choosing. Nothing was saved; your choice is still here.',
        now && { version: now.version, statistics: now.shownStatistics },
      )
    }
    await recordInstanceEvent(context, 'statistics_chosen', { projectId: project.id, shown: chosen })
    return changed
  },
})
