import { and, eq, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { memberships, people } from '@/db/schema'
import { statement } from '@/db/statement'
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
export async function possibleHandlers({ tx }: Context, projectId: string): Promise<Teammate[]> {
  return (await handlersOfProject(tx).execute({ projectId })).map(asHandler)
}

/** A row of `handlersOfProject`: an owner without a role in the project acts in it as its lead does. */
export const asHandler = (row: Omit<Teammate, 'role'> & { role: Role | null }): Teammate => ({
  ...row,
  role: row.role ?? 'lead',
})

export const handlersOfProject = statement('handlers_of_project', (tx) =>
  tx
    .select({ personId: people.id, name: people.name, email: people.email, role: memberships.role })
    .from(people)
    .leftJoin(
      memberships,
      and(eq(memberships.personId, people.id), eq(memberships.projectId, sql.placeholder('projectId'))),
    )
    .where(and(isNull(people.removedAt), or(eq(people.isOwner, true), isNotNull(memberships.role))))
    .orderBy(people.name, people.id),
)
