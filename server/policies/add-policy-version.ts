import { policyVersions } from '@/db/schema'
import type { WrittenPolicy } from '@/domain/policies/terms-from-form'
import type { Context } from '@/server/kernel/context'
import { recordInstanceEvent } from '@/server/kernel/instance-events'
import { withHolidays } from './holidays'
import type { PolicyVersion } from './policy-in-force'

/** Writes the next version of a project's policy, in force from now on, with the holidays of its region. */
export async function addPolicyVersion(
  context: Context,
  { projectId, version, terms, introduction }: WrittenPolicy & { projectId: string; version: number },
): Promise<PolicyVersion> {
  const { tx, now, actor } = context
  const [row] = await tx
    .insert(policyVersions)
    .values({
      projectId,
      version,
      terms: { ...terms, businessCalendar: withHolidays(terms.businessCalendar, now) },
      introduction,
      inForceFrom: now,
      createdBy: actor.kind === 'person' ? actor.personId : null,
    })
    .returning()
  if (!row) throw new Error('The policy version was not written.')
  await recordInstanceEvent(context, 'policy_changed', { projectId, version })
  return row
}
