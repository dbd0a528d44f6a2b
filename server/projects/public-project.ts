import { z } from 'zod'
import { promisesOf } from '@/domain/policies/promises'
import { namedPackage } from '@/domain/projects/package-url'
import { encryptionAddresses, offeredOf, publishedKeys } from '@/server/encryption/project-keys'
import { query } from '@/server/kernel/query'
import { policyInForce } from '@/server/policies/policy-in-force'
import { linesOfProject } from './lines-of-project'
import { loadPublicProject, projectName } from './load-project'

/** Everything the portal says about a project: what it is, the policy in force, and its lines newest first. */
export const publicProject = query({
  name: 'projects.public',
  input: z.object({ project: projectName }),
  may: 'view_public',
  load: (context, input) => loadPublicProject(context, input.project),
  run: async (context, _input, { project }) => {
    const { terms, introduction, version, inForceFrom } = await policyInForce(context, project.id)
    const lines = await linesOfProject(context, project.id, terms.businessCalendar.timeZone)
    const published = await publishedKeys(context, project.id)
    return {
      id: project.id,
      slug: project.slug,
      key: project.key,
      name: project.name,
      summary: project.summary,
      repository: project.repository,
      packages: project.packages.flatMap((purl) => namedPackage(purl) ?? []),
      /** What may be encrypted to, never an expired key. */
      keys: offeredOf(published, project, context.now),
      encryptionAddresses: encryptionAddresses(published, project, {
        now: context.now,
        baseUrl: '',
        policyUrl: terms.channels.encryptionKeyUrl,
      }),
      policy: { version, inForceFrom, introduction, terms, promises: promisesOf(terms) },
      // How many cases name a line, and how often it was edited, is nobody's business outside.
      lines: lines.map(({ cases: _cases, version: _version, ...line }) => line),
    }
  },
})
