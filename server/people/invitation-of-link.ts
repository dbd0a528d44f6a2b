import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { invitations, people, projects } from '@/db/schema'
import { acceptInvitation } from '@/domain/people/invitation'
import { allowedBy, notFound } from '@/server/kernel/problem'
import { query } from '@/server/kernel/query'
import { loadInstance } from './load-account'
import { linkTokenHash } from './link-token'

/** What whoever holds an invitation's link is invited to. Refused, with the reason, once it no longer works. */
export const invitationOfLink = query({
  name: 'people.invitationOfLink',
  input: z.object({ token: z.string().min(1) }),
  may: 'come_in',
  load: loadInstance,
  run: async ({ tx, now }, { token }) => {
    const [found] = await tx
      .select({
        role: invitations.role,
        project: projects.name,
        address: invitations.email,
        invitedBy: people.name,
        createdAt: invitations.createdAt,
        expiresAt: invitations.expiresAt,
        acceptedAt: invitations.acceptedAt,
        revokedAt: invitations.revokedAt,
      })
      .from(invitations)
      .leftJoin(people, and(eq(people.id, invitations.invitedBy), isNull(people.removedAt)))
      .leftJoin(projects, eq(projects.id, invitations.projectId))
      .where(eq(invitations.tokenHash, linkTokenHash(token)))
    if (!found) throw notFound()
    const { role, project, address, invitedBy, expiresAt } = allowedBy(acceptInvitation(found, now))
    return { role, project, address, invitedBy, expiresAt }
  },
})
