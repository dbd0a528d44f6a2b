import { verify } from '@octokit/webhooks-methods'
import { eq } from 'drizzle-orm'
import { githubHooks, projects } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { hookSecretPlace } from '@/server/alerts/hook-secret'
import { getDatabase } from '@/server/kernel/database'
import { vault } from '@/server/kernel/vault'

type GithubActor = Extract<Actor, { kind: 'machine' }>

/**
 * GitHub, when the body is signed with the secret of that project; null otherwise, whether there is such a project or not. A body
 * for a project that is not there is compared all the same, so that the time taken tells nothing.
 */
export async function githubActor(
  slug: string,
  body: string,
  signature: string | null,
): Promise<GithubActor | null> {
  const { db } = await getDatabase()
  const [hook] = await db
    .select({ projectId: githubHooks.projectId, secret: githubHooks.secret })
    .from(githubHooks)
    .innerJoin(projects, eq(projects.id, githubHooks.projectId))
    .where(eq(projects.slug, slug.toLowerCase()))
  const secret = hook
    ? vault().instanceVault.open(hookSecretPlace(hook.projectId), hook.secret)
    : vault().deriveSecret('hook of no project')
  const isSigned = await verify(secret, body || ' ', signature || 'none')
  if (!hook || !isSigned) return null
  return { kind: 'machine', machine: 'github', projectId: hook.projectId, id: hook.projectId, name: 'GitHub' }
}
