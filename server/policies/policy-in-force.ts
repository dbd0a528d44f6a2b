import { and, desc, eq, lte } from 'drizzle-orm'
import { policyVersions } from '@/db/schema'
import type { Context } from '@/server/kernel/context'

export type PolicyVersion = typeof policyVersions.$inferSelect

/** The policy version a report that arrived now would follow. Every project has one from its creation on. */
export async function policyInForce(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  projectId: string,
): Promise<PolicyVersion> {
  const [version] = await tx
    .select()
    .from(policyVersions)
    .where(and(eq(policyVersions.projectId, projectId), lte(policyVersions.inForceFrom, now)))
    .orderBy(desc(policyVersions.version))
    .limit(1)
  if (!version) throw new Error('A project without a policy.')
  return version
}
