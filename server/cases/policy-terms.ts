import { eq } from 'drizzle-orm'
import { policyVersions } from '@/db/schema'
import type { PolicyTerms } from '@/domain/policies/terms'
import type { Context } from '@/server/kernel/context'
import type { FoundCase } from './load-case'

/** The policy the case follows: the version in force when its report arrived. */
export async function policyTermsOf({ tx }: Context, found: Pick<FoundCase, 'case'>): Promise<PolicyTerms> {
  const [policy] = await tx
    .select({ terms: policyVersions.terms })
    .from(policyVersions)
    .where(eq(policyVersions.id, found.case.policyVersionId))
  if (!policy) throw new Error('A case without its policy version.')
  return policy.terms
}
