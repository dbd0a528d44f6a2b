import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { githubHooks } from '@/db/schema'
import { actingPerson } from '@/server/cases/acting-person'
import { command } from '@/server/kernel/command'
import { recordInstanceEvent } from '@/server/kernel/instance-events'
import { refused } from '@/server/kernel/problem'
import { vault } from '@/server/kernel/vault'
import { loadProject, projectName } from '@/server/projects/load-project'
import { hookSecretPlace } from './hook-secret'

/** Makes the secret with which GitHub signs what it sends for the project; said this once. An earlier one is worth nothing from then on. */
export const connectGithub = command({
  name: 'alerts.connectGithub',
  input: z.object({ project: projectName }),
  may: 'manage_connections',
  load: (context, input) => loadProject(context, input.project, { lock: true }),
  run: async (context, _input, { project }) => {
    const secret = randomBytes(32).toString('base64url')
    const made = {
      secret: vault().instanceVault.seal(hookSecretPlace(project.id), secret),
      setBy: actingPerson(context.actor).personId,
      setAt: context.now,
    }
    await context.tx
      .insert(githubHooks)
      .values({ projectId: project.id, ...made })
      .onConflictDoUpdate({ target: githubHooks.projectId, set: made })
    await recordInstanceEvent(context, 'github_connected', { projectId: project.id })
    return { secret }
  },
})

/** Takes nothing more from GitHub for the project. */
export const disconnectGithub = command({
  name: 'alerts.disconnectGithub',
  input: z.object({ project: projectName }),
  may: 'manage_connections',
  load: (context, input) => loadProject(context, input.project, { lock: true }),
  run: async (context, _input, { project }) => {
    const removed = await context.tx
      .delete(githubHooks)
      .where(eq(githubHooks.projectId, project.id))
      .returning({ projectId: githubHooks.projectId })
    if (removed.length === 0) throw refused('GitHub is not connected.')
    await recordInstanceEvent(context, 'github_disconnected', { projectId: project.id })
  },
})
