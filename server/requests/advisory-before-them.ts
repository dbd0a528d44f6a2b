import { readPublicAdvisoryId } from '@/domain/advisories/public-id'
import { advisoryById } from '@/server/advisories/advisory-by-id'
import { interimNoticeOf } from '@/server/advisories/interim-notice-of'
import { jobActor } from '@/server/auth/job-actor'
import { loadCase, type FoundCase } from '@/server/cases/load-case'
import type { Context } from '@/server/kernel/context'
import type { ProjectRow } from '@/server/projects/load-project'

/** The desk itself: whoever asks for a backport sees no case. */
export const asDesk = (context: Context): Context => ({ ...context, actor: jobActor('requests.backport') })

/**
 * The case behind an advisory that anybody may have before them: announced, or in the time between patch release and announcement,
 * when its page shows the interim notice. null: what is not public is as unknown as what never was. The case's row is locked.
 */
export async function caseOfPublicAdvisory(
  context: Context,
  project: ProjectRow,
  typedId: string,
): Promise<{ found: FoundCase; publicId: string } | null> {
  const publicId = readPublicAdvisoryId(typedId)
  if (publicId === null) return null
  const advisory = await advisoryById(context, project.id, publicId)
  const found = advisory ? await loadCase(asDesk(context), advisory.caseId, { lock: true }) : null
  if (!advisory || !found) return null
  const isPublic =
    found.case.announcedAt !== null || (await interimNoticeOf(context, project.name, advisory)) !== null
  return isPublic ? { found, publicId } : null
}
