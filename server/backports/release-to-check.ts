import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { projects } from '@/db/schema'
import { namedPackage } from '@/domain/projects/package-url'
import { lineName } from '@/server/cases/change-line'
import { linesOf } from '@/server/cases/line-rows'
import { caseName, loadCase } from '@/server/cases/load-case'
import { query } from '@/server/kernel/query'
import { evidenceOfCase } from './evidence-rows'

/** The release of a line that a registry is asked about, with the packages it should be in; null: there is nothing to ask. */
export const releaseToCheck = query({
  name: 'backports.releaseToCheck',
  input: z.object({ case: caseName, line: lineName }),
  may: 'check_release',
  load: (context, input) => loadCase(context, input.case),
  run: async (context, { line }, found) => {
    const version = (await linesOf(context, found)).find(({ row }) => row.lineId === line)?.status.release
      ?.version
    if (version === undefined || found.case.announcedAt !== null) return null
    const [project] = await context.tx
      .select({ packages: projects.packages })
      .from(projects)
      .where(eq(projects.id, found.case.projectId))
    const known = await evidenceOfCase(context.tx).execute({ caseId: found.case.id })
    const packages = (project?.packages ?? [])
      .map(namedPackage)
      .filter((named) => named?.ecosystem === 'npm')
      .flatMap((named) => (named ? [named.name] : []))
      .map((name) => ({
        name,
        needsDate: !known.some(
          (row) => row.lineId === line && row.package === name && row.version === version && row.publishedAt,
        ),
      }))
    return { version, packages }
  },
})
