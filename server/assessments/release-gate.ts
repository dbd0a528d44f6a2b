import { z } from 'zod'
import { releaseVersion } from '@/domain/assessments/release-version'
import { query } from '@/server/kernel/query'
import { loadProject, projectName } from '@/server/projects/load-project'
import { gateOfRelease } from './gate-of-release'

/** May this release go out? With every reason why not; for the team, and for a program with a token of the project. */
export const askReleaseGate = query({
  name: 'assessments.releaseGate',
  input: z.object({ project: projectName, version: releaseVersion }),
  may: 'ask_release_gate',
  load: (context, input) => loadProject(context, input.project),
  run: async (context, { version }, { project }) => ({
    project: project.slug,
    ...(await gateOfRelease(context, project.id, version)),
    checkedAt: context.now,
  }),
})
