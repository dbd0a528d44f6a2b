import { z } from 'zod'
import { can } from '@/domain/access/can'
import { environment } from '@/server/kernel/environment'
import { query } from '@/server/kernel/query'
import { loadProject, projectName } from './load-project'
import { addressesOf } from './change-mail-addresses'

/** How mail reaches a project, for its team. */
export const mailSettings = query({
  name: 'projects.mailSettings',
  input: z.object({ project: projectName }),
  may: 'view_project',
  load: (context, input) => loadProject(context, input.project),
  run: async (context, _input, { project, subject }) => ({
    project: {
      slug: project.slug,
      key: project.key,
      name: project.name,
      summary: project.summary,
      version: project.version,
    },
    addresses: await addressesOf(context, project.id),
    /** False: the desk takes in no mail, whatever stands here. */
    hasMailbox: environment().IMAP_URL !== undefined,
    mayEdit: can(context.actor, 'edit_project', subject),
  }),
})
