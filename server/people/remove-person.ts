import { and, eq, isNull, or } from 'drizzle-orm'
import { z } from 'zod'
import {
  accounts,
  invitations,
  memberships,
  people,
  savedViews,
  sessions,
  verificationTokens,
} from '@/db/schema'
import { giveUpOwnership } from '@/domain/people/last-owner'
import { forgetAttention } from '@/server/attention/forget-attention'
import { command } from '@/server/kernel/command'
import { recordInstanceEvent } from '@/server/kernel/instance-events'
import { allowedBy, notFound } from '@/server/kernel/problem'
import { handOverBeforeLeaving } from './hand-over-before-leaving'
import { personChoice } from './person-choice'
import { loadInstance } from './load-account'
import { lockOwners } from './lock-owners'
import { withdrawFromCases } from './withdraw-from-cases'

/**
 * Removes a person from the desk: from this moment no session, role, case, sign-in link or invitation of theirs opens
 * anything. Their name stays on what they did. Refused for the last owner, and while open cases have no other handler.
 */
export const removePerson = command({
  name: 'people.removePerson',
  input: z.object({ personId: z.uuid('Pick a person.'), handOverTo: personChoice }),
  may: 'manage_people',
  load: loadInstance,
  run: async (context, { personId, handOverTo }) => {
    const { tx, now } = context
    const ownerIds = await lockOwners(context)
    const [person] = await tx
      .select({ email: people.email })
      .from(people)
      .where(and(eq(people.id, personId), isNull(people.removedAt)))
      .for('update')
    if (!person) throw notFound()
    if (ownerIds.includes(personId)) allowedBy(giveUpOwnership(personId, ownerIds))
    await handOverBeforeLeaving(context, { from: personId, to: handOverTo })
    await withdrawFromCases(context, personId)

    await tx
      .update(people)
      .set({ removedAt: now, isOwner: false, passwordHash: null })
      .where(eq(people.id, personId))
    await tx.delete(sessions).where(eq(sessions.userId, personId))
    await tx.delete(accounts).where(eq(accounts.userId, personId))
    await tx.delete(savedViews).where(and(eq(savedViews.personId, personId), isNull(savedViews.projectId)))
    await tx.delete(memberships).where(eq(memberships.personId, personId))
    await forgetAttention(tx, personId)
    await tx.delete(verificationTokens).where(eq(verificationTokens.identifier, person.email))
    await tx
      .update(invitations)
      .set({ revokedAt: now })
      .where(
        and(
          or(eq(invitations.invitedBy, personId), eq(invitations.email, person.email)),
          isNull(invitations.acceptedAt),
          isNull(invitations.revokedAt),
        ),
      )
    await recordInstanceEvent(context, 'person_removed', { personId })
    return { personId }
  },
})
