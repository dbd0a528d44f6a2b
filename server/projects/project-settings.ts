import { z } from 'zod'
import { can } from '@/domain/access/can'
import { promisesOf } from '@/domain/policies/promises'
import { namedPackage } from '@/domain/projects/package-url'
import { query } from '@/server/kernel/query'
import { holidaysUntil } from '@/server/policies/holidays'
import { policyInForce } from '@/server/policies/policy-in-force'
import { linesOfProject } from './lines-of-project'
import { loadProject, projectName } from './load-project'

/** What the settings of a project show its team, and what the asking person may change, each with the reason if not. */
export const projectSettings = query({
  name: 'projects.settings',
  input: z.object({ project: projectName }),
  may: 'view_project',
  load: (context, input) => loadProject(context, input.project),
  run: async (context, _input, { project, subject }) => {
    const policy = await policyInForce(context, project.id)
    const { timeZone } = policy.terms.businessCalendar
    return {
      project: {
        id: project.id,
        slug: project.slug,
        key: project.key,
        name: project.name,
        summary: project.summary,
        repository: project.repository,
        packages: project.packages.flatMap((purl) => namedPackage(purl) ?? []),
        craRole: project.craRole,
        shownStatistics: project.shownStatistics,
        version: project.version,
      },
      policy: {
        version: policy.version,
        inForceFrom: policy.inForceFrom,
        introduction: policy.introduction,
        terms: policy.terms,
        promises: promisesOf(policy.terms),
        /** The last year whose holidays were computed; null: no region is chosen. */
        holidaysUntil: holidaysUntil(policy.terms.businessCalendar),
      },
      timeZone,
      lines: await linesOfProject(context, project.id, timeZone),
      may: {
        editPolicy: can(context.actor, 'edit_policy', subject),
        editLines: can(context.actor, 'edit_release_lines', subject),
        editProject: can(context.actor, 'edit_project', subject),
        manageTeam: can(context.actor, 'manage_team', subject),
      },
    }
  },
})
