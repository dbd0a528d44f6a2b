import { and, desc, eq, lte, sql } from 'drizzle-orm'
import { policyVersions } from '@/db/schema'
import { statement } from '@/db/statement'
import type { Context } from '@/server/kernel/context'

export type PolicyVersion = typeof policyVersions.$inferSelect

/** The policy version a report that arrived now would follow. Every project has one from its creation on. */
export async function policyInForce(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  projectId: string,
): Promise<PolicyVersion> {
  const [version] = await versionInForce(tx).execute({ projectId, now })
  if (!version) throw new Error('A project without a policy.')
  return version
}

const versionInForce = statement('policy_in_force', (tx) =>
  tx
    .select()
    .from(policyVersions)
    .where(
      and(
        eq(policyVersions.projectId, sql.placeholder('projectId')),
        lte(policyVersions.inForceFrom, sql.placeholder('now')),
      ),
    )
    .orderBy(desc(policyVersions.version))
    .limit(1),
)
