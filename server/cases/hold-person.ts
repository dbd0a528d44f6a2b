import { and, eq } from 'drizzle-orm'
import { memberships, people } from '@/db/schema'
import type { Context } from '@/server/kernel/context'

/**
 * Keeps a person in the desk and in the project's team until the transaction ends. Whoever is leaving at this moment is waited for,
 * and whoever looks after this no longer finds them.
 */
export async function holdPerson({ tx }: Context, personId: string, projectId: string): Promise<void> {
  await tx.select({ id: people.id }).from(people).where(eq(people.id, personId)).for('share')
  await tx
    .select({ role: memberships.role })
    .from(memberships)
    .where(and(eq(memberships.personId, personId), eq(memberships.projectId, projectId)))
    .for('share')
}
