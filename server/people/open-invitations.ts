import { and, desc, eq, gt, isNotNull, isNull, or, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { invitations, people, projects } from '@/db/schema'
import type { Context } from '@/server/kernel/context'
import { query } from '@/server/kernel/query'
import { loadInstance } from './load-account'
import { loadProject, projectName } from '@/server/projects/load-project'

/** Invitations to a project's team that can still be accepted, the latest first. Their links are known to nobody. */
export const openInvitations = query({
  name: 'people.openInvitations',
  input: z.object({ project: projectName }),
  may: 'manage_team',
  load: (context, { project }) => loadProject(context, project),
  run: (context, _input, { project }) => listOpen(context, eq(invitations.projectId, project.id)),
})

/** All invitations somebody can still accept; not the links that each start prints while nobody owns the desk. */
export const openInvitationsOfInstance = query({
  name: 'people.openInvitationsOfInstance',
  input: z.object({}),
  may: 'manage_people',
  load: loadInstance,
  run: (context) => listOpen(context, or(isNotNull(invitations.projectId), isNotNull(invitations.invitedBy))),
})

const listOpen = ({ tx, now }: Context, inScope: SQL | undefined) =>
  tx
    .select({
      invitationId: invitations.id,
      role: invitations.role,
      project: projects.name,
      slug: projects.slug,
      address: invitations.email,
      invitedBy: people.name,
      createdAt: invitations.createdAt,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .leftJoin(people, eq(people.id, invitations.invitedBy))
    .leftJoin(projects, eq(projects.id, invitations.projectId))
    .where(
      and(
        inScope,
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, now),
      ),
    )
    .orderBy(desc(invitations.createdAt), invitations.id)
