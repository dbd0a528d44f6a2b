import { and, asc, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { gateTokens, githubHooks, people } from '@/db/schema'
import { can } from '@/domain/access/can'
import { environment } from '@/server/kernel/environment'
import { query } from '@/server/kernel/query'
import { loadProject, projectName } from '@/server/projects/load-project'

/** Which programs are connected to a project, for its team. No secret is among it. */
export const connectionSettings = query({
  name: 'tokens.settings',
  input: z.object({ project: projectName }),
  may: 'view_project',
  load: (context, input) => loadProject(context, input.project),
  run: async ({ tx, actor }, _input, { project, subject }) => {
    const [hook] = await tx
      .select({ setAt: githubHooks.setAt, lastDeliveryAt: githubHooks.lastDeliveryAt })
      .from(githubHooks)
      .where(eq(githubHooks.projectId, project.id))
    const tokens = await tx
      .select({
        id: gateTokens.id,
        name: gateTokens.name,
        madeAt: gateTokens.madeAt,
        madeBy: people.name,
        lastUsedAt: gateTokens.lastUsedAt,
      })
      .from(gateTokens)
      .innerJoin(people, eq(people.id, gateTokens.madeBy))
      .where(and(eq(gateTokens.projectId, project.id), isNull(gateTokens.revokedAt)))
      .orderBy(asc(gateTokens.madeAt))
    return {
      project: { slug: project.slug, key: project.key, name: project.name, summary: project.summary },
      hookUrl: `${environment().BASE_URL}/api/v1/hooks/github/${project.slug}`,
      hook: hook ?? null,
      tokens,
      mayManage: can(actor, 'manage_connections', subject),
    }
  },
})
export type ConnectionSettings = Extract<
  Awaited<ReturnType<typeof connectionSettings>>,
  { ok: true }
>['value']
