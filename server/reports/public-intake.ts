import { z } from 'zod'
import { otherWays, type OtherWay } from '@/domain/projects/other-ways'
import { query } from '@/server/kernel/query'
import { policyInForce } from '@/server/policies/policy-in-force'
import { loadPublicProject, projectName } from '@/server/projects/load-project'
import { isChecked } from './intake'

/** What a reporter reads while no report is taken, and where to write instead. */
export interface Pause {
  notice: string
  ways: OtherWay[]
}

/** How the project takes reports just now. */
export const publicIntake = query({
  name: 'reports.publicIntake',
  input: z.object({ project: projectName }),
  may: 'view_public',
  load: (context, input) => loadPublicProject(context, input.project),
  run: async (context, _input, { project }): Promise<{ isChecked: boolean; pause: Pause | null }> => {
    if (project.pauseNotice === null) return { isChecked: await isChecked(context, project), pause: null }
    const { terms } = await policyInForce(context, project.id)
    return { isChecked: false, pause: { notice: project.pauseNotice, ways: otherWays(terms) } }
  },
})
