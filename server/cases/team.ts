import { and, eq, isNull } from 'drizzle-orm'
import { memberships, people } from '@/db/schema'
import type { Role } from '@/domain/access/actor'
import type { Context } from '@/server/kernel/context'

export interface Teammate {
  personId: string
  name: string
  email: string
  role: Role
}

/** Who belongs to the project's team now. */
export async function teamOf({ tx }: Context, projectId: string): Promise<Teammate[]> {
  return tx
    .select({ personId: people.id, name: people.name, email: people.email, role: memberships.role })
    .from(memberships)
    .innerJoin(people, eq(memberships.personId, people.id))
    .where(and(eq(memberships.projectId, projectId), isNull(people.removedAt)))
    .orderBy(people.name)
}

/** Owners of the instance: they may handle in every project. */
export async function ownersOf({ tx }: Context): Promise<Teammate[]> {
  const owners = await tx
    .select({ personId: people.id, name: people.name, email: people.email })
    .from(people)
    .where(and(eq(people.isOwner, true), isNull(people.removedAt)))
  return owners.map((owner) => ({ ...owner, role: 'lead' as const }))
}

/** Who can answer for a case of the project: its team, and the owners. */
export async function possibleHandlers(context: Context, projectId: string): Promise<Teammate[]> {
  const team = await teamOf(context, projectId)
  const owners = await ownersOf(context)
  return [...team, ...owners.filter((owner) => !team.some((one) => one.personId === owner.personId))]
}
