import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { memberships, people } from '@/db/schema'
import { roles } from '@/domain/access/actor'
import { command } from '@/server/kernel/command'
import { invalid } from '@/server/kernel/problem'
import { actingPersonId } from './load-account'
import { loadProject, projectName } from '@/server/projects/load-project'
import { invitedAddress, makeInvitation } from './make-invitation'

/** Invites somebody to a project's team. Returns the link, the only time it is known; with an address it is also mailed. */
export const inviteToTeam = command({
  name: 'people.inviteToTeam',
  input: z.object({ project: projectName, role: z.enum(roles, 'Pick a role.'), address: invitedAddress }),
  may: 'manage_team',
  load: (context, { project }) => loadProject(context, project),
  run: async (context, { role, address }, { project }) => {
    if (address !== null) {
      const [member] = await context.tx
        .select({ id: people.id })
        .from(people)
        .innerJoin(memberships, eq(memberships.personId, people.id))
        .where(
          and(eq(people.email, address), eq(memberships.projectId, project.id), isNull(people.removedAt)),
        )
      if (member)
        throw invalid({ address: ['They are in this team already. Change their role in the list.'] })
    }
    return makeInvitation(context, { invitedBy: actingPersonId(context), project, role, address })
  },
})
