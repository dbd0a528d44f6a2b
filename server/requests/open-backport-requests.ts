import { and, eq } from 'drizzle-orm'
import { requests } from '@/db/schema'
import type { Context } from '@/server/kernel/context'

/**
 * Whether a backport request for the case waits for the team's answer. One without evidence waits for whoever asked, and never
 * holds a case open.
 */
export async function hasOpenBackportRequest({ tx }: Context, caseId: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: requests.id })
    .from(requests)
    .where(and(eq(requests.caseId, caseId), eq(requests.state, 'requested'), eq(requests.hasEvidence, true)))
    .limit(1)
  return row !== undefined
}
