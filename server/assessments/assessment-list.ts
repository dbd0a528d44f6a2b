import { desc, eq, sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { assessments, findings } from '@/db/schema'
import { can } from '@/domain/access/can'
import { query } from '@/server/kernel/query'
import { loadProject, projectName } from '@/server/projects/load-project'
import { gateOfRelease } from './gate-of-release'

/** So many are shown, the latest begun first. */
const most = 50

/** Counts findings of the row's assessment. Its id is named in full: in a selection of one table drizzle leaves the table's name out. */
const countOfFindings = (condition: SQL) =>
  sql<number>`(select count(*)::int from ${findings} f where f.assessment_id = "assessments"."id" and ${condition})`

/** The assessments of a project, each with whether its release may go out. */
export const assessmentList = query({
  name: 'assessments.ofProject',
  input: z.object({ project: projectName }),
  may: 'view_assessments',
  load: (context, input) => loadProject(context, input.project),
  run: async (context, _input, { project, subject }) => {
    const rows = await context.tx
      .select({
        id: assessments.id,
        release: assessments.release,
        begunAt: assessments.begunAt,
        finishedAt: assessments.finishedAt,
        findings: countOfFindings(sql`true`),
        open: countOfFindings(sql`f.state = 'open'`),
      })
      .from(assessments)
      .where(eq(assessments.projectId, project.id))
      .orderBy(desc(assessments.begunAt))
      .limit(most)
    const gates = await Promise.all(rows.map(({ release }) => gateOfRelease(context, project.id, release)))
    return {
      project: { slug: project.slug, key: project.key, name: project.name, summary: project.summary },
      assessments: rows.map((row, index) => ({ ...row, mayGoOut: gates[index]?.mayGoOut ?? false })),
      mayAssess: can(context.actor, 'assess_release', subject),
    }
  },
})
