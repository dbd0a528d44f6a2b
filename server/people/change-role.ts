import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { memberships } from '@/db/schema'
import { roles } from '@/domain/access/actor'
import { command } from '@/server/kernel/command'
import { recordInstanceEvent } from '@/server/kernel/instance-events'
import { notFound } from '@/server/kernel/problem'
import { loadProject, projectName } from '@/server/projects/load-project'
import { handOverBeforeLeaving } from './hand-over-before-leaving'
import { loadMember } from './load-member'
import { personChoice } from './person-choice'

/** Gives a member of a project's team another role. Who becomes an observer hands their open cases over first. */
export const changeRole = command({
  name: 'people.changeRole',
  input: z.object({
    project: projectName,
    personId: z.uuid('Pick a person.'),
    role: z.enum(roles, 'Pick a role.'),
    handOverTo: personChoice,
  }),
  may: 'manage_team',
  load: (context, { project }) => loadProject(context, project, { lock: true }),
  run: async (context, { personId, role, handOverTo }, { project }) => {
    const current = await loadMember(context, project.id, personId)
    if (current === null) throw notFound()
    if (current === role) return { personId, role }
    if (role === 'observer')
      await handOverBeforeLeaving(context, { from: personId, to: handOverTo, projectId: project.id })
    await context.tx
      .update(memberships)
      .set({ role })
      .where(and(eq(memberships.projectId, project.id), eq(memberships.personId, personId)))
    await recordInstanceEvent(context, 'role_changed', { personId, projectId: project.id, role })
    return { personId, role }
  },
})
