import { desc, eq, lte, and } from 'drizzle-orm'
import { policyVersions, projects } from '@/db/schema'
import type { BusinessCalendar } from '@/domain/policies/terms'
import type { PersonActor } from '@/server/auth/person-actor'
import type { Context } from '@/server/kernel/context'
import { projectsInScope } from '@/server/projects/scope'

/** The business calendars in force of the projects a person belongs to. One statement. */
export async function calendarsOf(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  person: PersonActor,
): Promise<BusinessCalendar[]> {
  const inForce = await tx
    .selectDistinctOn([policyVersions.projectId], { terms: policyVersions.terms })
    .from(policyVersions)
    .innerJoin(projects, eq(projects.id, policyVersions.projectId))
    .where(and(lte(policyVersions.inForceFrom, now), projectsInScope(person)))
    .orderBy(policyVersions.projectId, desc(policyVersions.version))
  return inForce.map(({ terms }) => terms.businessCalendar)
}
