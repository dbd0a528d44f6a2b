import { and, eq, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { cases, events, projects } from '@/db/schema'
import { craRoles } from '@/domain/exploitation/cra-role'
import { versionSeen } from '@/lib/version-seen'
import { refreshCaseIndex } from '@/server/cases/case-index'
import { loadCase } from '@/server/cases/load-case'
import { command } from '@/server/kernel/command'
import type { Context } from '@/server/kernel/context'
import { recordInstanceEvent } from '@/server/kernel/instance-events'
import { conflict } from '@/server/kernel/problem'
import { loadProject, projectName } from './load-project'

/** Says as what the team answers to the EU Cyber Resilience Act, or that it does not: its milestones are on or off with that. */
export const chooseCraRole = command({
  name: 'projects.chooseCraRole',
  input: z.object({
    project: projectName,
    version: versionSeen(),
    role: z.union([z.enum(craRoles), z.literal('').transform(() => null)], 'Choose one of these.'),
  }),
  may: 'edit_project',
  load: (context, input) => loadProject(context, input.project),
  run: async (context, { version, role }, { project }) => {
    const [changed] = await context.tx
      .update(projects)
      .set({ craRole: role, version: sql`${projects.version} + 1` })
      .where(and(eq(projects.id, project.id), eq(projects.version, version)))
      .returning({ version: projects.version })
    if (!changed)
      throw conflict(
        'Somebody else changed this project meanwhile. Nothing was saved. Load the page again to see what stands.',
      )
    await recordInstanceEvent(context, 'cra_role_chosen', { projectId: project.id, role })
    await refreshExploited(context, project.id)
    return changed
  },
})

/** What is due next in exploited cases depends on the role. Locked in the order of their ids, as everybody does. */
async function refreshExploited(context: Context, projectId: string): Promise<void> {
  const exploited = context.tx
    .select({ id: events.chainId })
    .from(events)
    .where(eq(events.type, 'exploitation_recorded'))
  const found = await context.tx
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.projectId, projectId), inArray(cases.id, exploited)))
  const asJob: Context = { ...context, actor: { kind: 'job', job: 'cases.index' } }
  for (const id of found.map((one) => one.id).sort()) {
    await loadCase(asJob, id, { lock: true })
    await refreshCaseIndex(context, id)
  }
}
