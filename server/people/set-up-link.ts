import { and, eq, isNull, lt } from 'drizzle-orm'
import { z } from 'zod'
import { invitations, people } from '@/db/schema'
import { dayMs, plusMs } from '@/lib/instant'
import { jobActor } from '@/server/auth/job-actor'
import { command } from '@/server/kernel/command'
import { recordInstanceEvent } from '@/server/kernel/instance-events'
import { loadInstance } from './load-account'
import { newLink } from './link-token'

const validDays = 1

/** Makes a one-time link for the first owner, or nothing when there is an owner. */
export const offerSetUp = command({
  name: 'people.offerSetUp',
  input: z.object({}),
  may: 'offer_set_up',
  load: loadInstance,
  run: async (context): Promise<{ link: string | null }> => {
    const { tx, now } = context
    const [owner] = await tx
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.isOwner, true), isNull(people.removedAt)))
      .limit(1)
    if (owner) return { link: null }
    // Other processes that start now print links of their own: all work until the first of them was used.
    const isStale = and(
      isNull(invitations.invitedBy),
      isNull(invitations.acceptedAt),
      lt(invitations.expiresAt, now),
    )
    await tx.delete(invitations).where(isStale)
    const { link, tokenHash } = newLink('set-up')
    const [made] = await tx
      .insert(invitations)
      .values({ tokenHash, role: 'owner', createdAt: now, expiresAt: plusMs(now, validDays * dayMs) })
      .returning({ id: invitations.id })
    if (!made) throw new Error('The invitation was not stored.')
    await recordInstanceEvent(context, 'person_invited', {
      invitationId: made.id,
      projectId: null,
      role: 'owner',
    })
    return { link }
  },
})

/**
 * The address to print at a start while nobody owns the desk: opened within 24 hours, it makes the first owner.
 * null when there is an owner. Throws when it could not be made.
 */
export async function setUpLink(): Promise<string | null> {
  const offered = await offerSetUp(jobActor('start'), {})
  if (!offered.ok) throw new Error(offered.refusal.message)
  return offered.value.link
}
