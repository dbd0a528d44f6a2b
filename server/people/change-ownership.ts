import { and, eq, isNull, ne, notExists, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { cases, memberships, people } from '@/db/schema'
import { giveUpOwnership } from '@/domain/people/last-owner'
import { checkbox } from '@/lib/text'
import { command } from '@/server/kernel/command'
import type { Context } from '@/server/kernel/context'
import { recordInstanceEvent } from '@/server/kernel/instance-events'
import { allowedBy, notFound } from '@/server/kernel/problem'
import { handOverBeforeLeaving } from './hand-over-before-leaving'
import { loadInstance } from './load-account'
import { lockOwners } from './lock-owners'
import { personChoice } from './person-choice'

/**
 * Makes a person an owner of the desk, or no longer one. Never takes it from the last owner. Open cases they answer for
 * only because an owner may, in projects whose team they are not in, are handed over.
 */
export const changeOwnership = command({
  name: 'people.changeOwnership',
  input: z.object({ personId: z.uuid('Pick a person.'), isOwner: checkbox(), handOverTo: personChoice }),
  may: 'manage_people',
  load: loadInstance,
  run: async (context, { personId, isOwner, handOverTo }) => {
    const ownerIds = await lockOwners(context)
    const isOne = ownerIds.includes(personId)
    if (isOne === isOwner) return { personId, isOwner }
    if (isOne) allowedBy(giveUpOwnership(personId, ownerIds))
    const [changed] = await context.tx
      .update(people)
      .set({ isOwner })
      .where(and(eq(people.id, personId), isNull(people.removedAt)))
      .returning({ id: people.id })
    if (!changed) throw notFound()
    if (!isOwner)
      for (const projectId of await handledAsOwnerOnly(context, personId))
        await handOverBeforeLeaving(context, { from: personId, to: handOverTo, projectId })
    await recordInstanceEvent(context, 'ownership_changed', { personId, isOwner })
    return { personId, isOwner }
  },
})

async function handledAsOwnerOnly({ tx }: Context, personId: string): Promise<string[]> {
  const role = tx
    .select({ role: memberships.role })
    .from(memberships)
    .where(
      and(
        eq(memberships.personId, personId),
        eq(memberships.projectId, cases.projectId),
        inArray(memberships.role, ['lead', 'handler']),
      ),
    )
  const rows = await tx
    .selectDistinct({ projectId: cases.projectId })
    .from(cases)
    .where(and(eq(cases.handlerId, personId), ne(cases.stage, 'closed'), notExists(role)))
  return rows.map((row) => row.projectId)
}
