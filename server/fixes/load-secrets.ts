import { eq } from 'drizzle-orm'
import { projects } from '@/db/schema'
import type { Secrets } from '@/domain/advisories/leak-lint'
import { loadAdvisory } from '@/server/advisories/advisory-record'
import { reportsOfCase } from '@/server/cases/case-record'
import type { FoundCase } from '@/server/cases/load-case'
import type { Context } from '@/server/kernel/context'
import { secretsOf } from './text-secrets'

/** Reads what no text that goes public early may tell of this case. */
export async function loadSecrets(context: Context, found: FoundCase): Promise<Secrets> {
  const [project] = await context.tx
    .select({ slug: projects.slug })
    .from(projects)
    .where(eq(projects.id, found.case.projectId))
  if (!project) throw new Error('A case without its project.')
  const advisory = await loadAdvisory(context, found)
  const reports = await reportsOfCase(context.tx).execute({ caseId: found.case.id })
  return secretsOf(found, { advisory, reports, projectSlug: project.slug })
}
