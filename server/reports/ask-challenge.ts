import { z } from 'zod'
import { query } from '@/server/kernel/query'
import { loadPublicProject, projectName } from '@/server/projects/load-project'
import { newChallenge } from './challenge'
import { isChecked } from './intake'

/** What a sender has to solve before a report goes straight to the team; null: nothing just now. */
export const askChallenge = query({
  name: 'reports.askChallenge',
  input: z.object({ project: projectName }),
  may: 'file_report',
  load: (context, input) => loadPublicProject(context, input.project),
  run: async (context, _input, { project }) => ({
    challenge: (await isChecked(context, project)) ? await newChallenge(context, project.id) : null,
  }),
})
