import { and, eq } from 'drizzle-orm'
import { advisories } from '@/db/schema'
import type { Context } from '@/server/kernel/context'

/** The case and the schedule behind an advisory's public id, published or not; undefined: the project has none of that id. */
export async function advisoryById({ tx }: Context, projectId: string, publicId: string) {
  const [advisory] = await tx
    .select({
      caseId: advisories.caseId,
      scheduledFor: advisories.scheduledFor,
      suspendedAt: advisories.suspendedAt,
    })
    .from(advisories)
    .where(and(eq(advisories.publicId, publicId), eq(advisories.projectId, projectId)))
  return advisory
}
