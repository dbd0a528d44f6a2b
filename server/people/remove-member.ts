import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { memberships } from '@/db/schema'
import { command } from '@/server/kernel/command'
import { recordInstanceEvent } from '@/server/kernel/instance-events'
import { notFound } from '@/server/kernel/problem'
import { loadProject, projectName } from '@/server/projects/load-project'
import { handOverBeforeLeaving } from './hand-over-before-leaving'
import { loadMember } from './load-member'
import { personChoice } from './person-choice'
import { withdrawFromCases } from './withdraw-from-cases'

/** Takes a person out of one project's team and off its cases. They keep their account and their other projects. */
export const removeMember = command({
  name: 'people.removeMember',
  input: z.object({ project: projectName, personId: z.uuid('Pick a person.'), handOverTo: personChoice }),
  may: 'manage_team',
  load: (context, { project }) => loadProject(context, project, { lock: true }),
  run: async (context, { personId, handOverTo }, { project }) => {
    if ((await loadMember(context, project.id, personId)) === null) throw notFound()
    await context.tx
      .delete(memberships)
      .where(and(eq(memberships.projectId, project.id), eq(memberships.personId, personId)))
    await handOverBeforeLeaving(context, { from: personId, to: handOverTo, projectId: project.id })
    await withdrawFromCases(context, personId, project.id)
    await recordInstanceEvent(context, 'role_changed', { personId, projectId: project.id, role: null })
    return { personId }
  },
})
