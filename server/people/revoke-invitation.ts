import { and, eq, isNull, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { invitations } from '@/db/schema'
import { command } from '@/server/kernel/command'
import type { Context } from '@/server/kernel/context'
import { recordInstanceEvent } from '@/server/kernel/instance-events'
import { conflict, notFound } from '@/server/kernel/problem'
import { loadInstance } from './load-account'
import { loadProject, projectName } from '@/server/projects/load-project'

const invitationId = z.uuid('Pick an invitation.')

/** Takes back an invitation to a project's team: its link opens nothing from now on. */
export const revokeInvitation = command({
  name: 'people.revokeInvitation',
  input: z.object({ project: projectName, invitationId }),
  may: 'manage_team',
  load: (context, { project }) => loadProject(context, project),
  run: (context, given, { project }) =>
    revoke(context, given.invitationId, eq(invitations.projectId, project.id)),
})

/** Takes back the invitation of an owner. */
export const revokeOwnerInvitation = command({
  name: 'people.revokeOwnerInvitation',
  input: z.object({ invitationId }),
  may: 'manage_people',
  load: loadInstance,
  run: (context, given) => revoke(context, given.invitationId, isNull(invitations.projectId)),
})

async function revoke(context: Context, id: string, inScope: SQL): Promise<{ invitationId: string }> {
  const isIt = and(eq(invitations.id, id), inScope)
  const stillOpen = and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt))
  const [revoked] = await context.tx
    .update(invitations)
    .set({ revokedAt: context.now })
    .where(and(isIt, stillOpen))
    .returning({ id: invitations.id })
  if (!revoked) {
    const [known] = await context.tx
      .select({ acceptedAt: invitations.acceptedAt })
      .from(invitations)
      .where(isIt)
    if (!known) throw notFound()
    throw conflict(
      known.acceptedAt
        ? 'This invitation was accepted meanwhile.'
        : 'This invitation was taken back already.',
    )
  }
  await recordInstanceEvent(context, 'invitation_revoked', { invitationId: id })
  return { invitationId: id }
}
