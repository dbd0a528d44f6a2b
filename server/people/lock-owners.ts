import { and, eq, isNull } from 'drizzle-orm'
import { people } from '@/db/schema'
import type { Context } from '@/server/kernel/context'

/** Ids of all owners, locked until the transaction ends: two of them can never leave at the same moment. */
export async function lockOwners({ tx }: Context): Promise<string[]> {
  const owners = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.isOwner, true), isNull(people.removedAt)))
    .orderBy(people.id)
    .for('update')
  return owners.map((owner) => owner.id)
}
