import { z } from 'zod'
import { invitations, people } from '@/db/schema'
import type { Role } from '@/domain/access/actor'
import { invitationExpiry } from '@/domain/people/invitation'
import { mailAddress } from '@/domain/people/mail-address'
import type { Context } from '@/server/kernel/context'
import { recordInstanceEvent } from '@/server/kernel/instance-events'
import { inZoneOfProject } from '@/server/mail/in-zone-of'
import { sendMail } from '@/server/mail/send-mail'
import { eq } from 'drizzle-orm'
import { newLink } from './link-token'
import { invitationMail } from './mail-texts'

/** The address an invitation is made out to, or null: a link for whoever holds it. */
export const invitedAddress = z
  .union([z.literal(''), z.null(), mailAddress])
  .optional()
  .transform((address) => address || null)

interface Invited {
  invitedBy: string
  project: { id: string; name: string } | null
  role: Role | 'owner'
  address: string | null
}

/** Stores the invitation, records it, and mails its link when it is made out to an address. */
export async function makeInvitation(
  context: Context,
  { invitedBy, project, role, address }: Invited,
): Promise<{ invitationId: string; link: string; mailedTo: string | null }> {
  const { tx, now } = context
  const { link, tokenHash } = newLink('invitation')
  const expiresAt = invitationExpiry(now)
  const projectId = project?.id ?? null
  const [made] = await tx
    .insert(invitations)
    .values({ tokenHash, projectId, role, email: address, invitedBy, createdAt: now, expiresAt })
    .returning({ id: invitations.id })
  if (!made) throw new Error('The invitation was not stored.')
  await recordInstanceEvent(context, 'person_invited', { invitationId: made.id, projectId, role })
  if (address !== null) {
    const [inviter] = await tx.select({ name: people.name }).from(people).where(eq(people.id, invitedBy))
    const { subject, body } = invitationMail({
      inviter: inviter?.name ?? null,
      project: project?.name ?? null,
      role,
      link,
      expiresAt,
    })
    await sendMail(context, {
      occasion: `invitation:${made.id}`,
      recipient: { name: '', address },
      subject,
      body: await inZoneOfProject(context, projectId, body),
      projectId: projectId ?? undefined,
    })
  }
  return { invitationId: made.id, link, mailedTo: address }
}
