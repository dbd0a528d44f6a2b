import { desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { people, policyVersions } from '@/db/schema'
import { changesInWords } from '@/domain/policies/changes-in-words'
import { query } from '@/server/kernel/query'
import { loadProject, projectName } from '@/server/projects/load-project'

/** Every version of a project's policy, newest first, each with what it changed in words. */
export const policyHistory = query({
  name: 'policies.history',
  input: z.object({ project: projectName }),
  may: 'view_project',
  load: (context, input) => loadProject(context, input.project),
  run: async ({ tx }, _input, { project }) => {
    const rows = await tx
      .select({
        version: policyVersions.version,
        terms: policyVersions.terms,
        introduction: policyVersions.introduction,
        inForceFrom: policyVersions.inForceFrom,
        by: people.name,
      })
      .from(policyVersions)
      .leftJoin(people, eq(people.id, policyVersions.createdBy))
      .where(eq(policyVersions.projectId, project.id))
      .orderBy(desc(policyVersions.version))
    return rows.map((row, index) => {
      const earlier = rows[index + 1]
      return {
        version: row.version,
        inForceFrom: row.inForceFrom,
        by: row.by,
        changes: earlier ? changesInWords(earlier, row) : [],
      }
    })
  },
})
