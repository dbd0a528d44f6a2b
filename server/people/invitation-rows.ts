import { eq } from 'drizzle-orm'
import { invitations, memberships, people } from '@/db/schema'
import { acceptInvitation } from '@/domain/people/invitation'
import type { Context } from '@/server/kernel/context'
import { recordInstanceEvent } from '@/server/kernel/instance-events'
import { allowedBy, notFound, refused } from '@/server/kernel/problem'
import { linkTokenHash } from './link-token'

export type InvitationRow = typeof invitations.$inferSelect

/** The open invitation of a link's secret, locked. Throws not found, or why it no longer works. */
export async function lockInvitation({ tx, now }: Context, token: string): Promise<InvitationRow> {
  const [row] = await tx
    .select()
    .from(invitations)
    .where(eq(invitations.tokenHash, linkTokenHash(token)))
    .for('update')
  if (!row) throw notFound()
  return allowedBy(acceptInvitation(row, now))
}

/** Gives what an invitation promises, marks it used, and records both. Refused when they are in that team already. */
export async function redeemInvitation(
  context: Context,
  invitation: InvitationRow,
  personId: string,
): Promise<void> {
  const { tx, now } = context
  await tx
    .update(invitations)
    .set({ acceptedBy: personId, acceptedAt: now })
    .where(eq(invitations.id, invitation.id))
  await recordInstanceEvent(context, 'invitation_accepted', { invitationId: invitation.id, personId })
  if (invitation.role === 'owner') {
    await tx.update(people).set({ isOwner: true }).where(eq(people.id, personId))
    await recordInstanceEvent(context, 'ownership_changed', { personId, isOwner: true })
    return
  }
  const { role, projectId } = invitation
  if (projectId === null) throw new Error('An invitation to a team names its project.')
  const added = await tx
    .insert(memberships)
    .values({ personId, projectId, role, since: now })
    .onConflictDoNothing()
    .returning({ role: memberships.role })
  if (added.length === 0)
    throw refused(
      'You are in this team already. A lead can change your role; this invitation stays for somebody else.',
    )
  await recordInstanceEvent(context, 'role_changed', { personId, projectId, role })
}
