import { interimNotice, type InterimNotice } from '@/domain/advisories/interim-notice'
import { jobActor } from '@/server/auth/job-actor'
import { linesOf } from '@/server/cases/line-rows'
import { loadCase } from '@/server/cases/load-case'
import type { Context } from '@/server/kernel/context'
import type { Instant } from '@/lib/instant'

/**
 * What the public may know of a case between its first patch release and its announcement; null: nothing. The case is read as the
 * desk itself, because whoever asks sees no case at all; only versions, their links and their instants leave here.
 */
export async function interimNoticeOf(
  context: Context,
  projectName: string,
  advisory: { caseId: string; scheduledFor: Instant | null; suspendedAt: Instant | null },
): Promise<InterimNotice | null> {
  const asDesk: Context = { ...context, actor: jobActor('advisories.interim') }
  const found = await loadCase(asDesk, advisory.caseId)
  if (!found || found.case.resolution !== null) return null
  return interimNotice({
    projectName,
    lines: (await linesOf(asDesk, found)).map((line) => line.status),
    detailsAt: advisory.suspendedAt === null ? advisory.scheduledFor : null,
  })
}
