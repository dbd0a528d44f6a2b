import { and, eq } from 'drizzle-orm'
import { memberships } from '@/db/schema'
import type { Role } from '@/domain/access/actor'
import type { Context } from '@/server/kernel/context'

/** A member's role in the project's team, locked until the transaction ends; null when they are not in it. */
export async function loadMember({ tx }: Context, projectId: string, personId: string): Promise<Role | null> {
  const [member] = await tx
    .select({ role: memberships.role })
    .from(memberships)
    .where(and(eq(memberships.projectId, projectId), eq(memberships.personId, personId)))
    .for('update')
  return member?.role ?? null
}
