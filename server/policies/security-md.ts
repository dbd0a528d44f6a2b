import { z } from 'zod'
import { securityMd } from '@/domain/policies/security-md'
import { latest, toInstant, type Instant } from '@/lib/instant'
import { environment } from '@/server/kernel/environment'
import { query } from '@/server/kernel/query'
import { linesOfProject } from '@/server/projects/lines-of-project'
import { loadPublicProject, projectName } from '@/server/projects/load-project'
import { policyInForce } from './policy-in-force'

/** The SECURITY.md of a project as its policy in force and its lines say it today, and since when it is as it is. */
export const projectSecurityMd = query({
  name: 'projects.securityMd',
  input: z.object({ project: projectName }),
  may: 'view_public',
  load: (context, input) => loadPublicProject(context, input.project),
  run: async (context, _input, { project }): Promise<{ text: string; changedAt: Instant }> => {
    const { terms, introduction, inForceFrom } = await policyInForce(context, project.id)
    const lines = await linesOfProject(context, project.id, terms.businessCalendar.timeZone)
    const policyUrl = `${environment().BASE_URL}/projects/${project.slug}`
    const today = toInstant(`${context.now.slice(0, 10)}T00:00:00Z`)
    return {
      text: securityMd({
        ...{ project: project.name, introduction, terms, policyUrl, reportUrl: `${policyUrl}/report` },
        lines: lines
          .filter(({ isDevelopment, supportedFrom }) => !isDevelopment && supportedFrom <= context.now)
          .map(({ name, state, until }) => ({ name, isSupported: state !== 'ended', until })),
      }),
      // Lines come and go with the days, so the file may change at any midnight.
      changedAt: latest([today, inForceFrom]) ?? today,
    }
  },
})
