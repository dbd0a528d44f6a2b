import { and, asc, count, eq, ne } from 'drizzle-orm'
import { z } from 'zod'
import { cases, projects } from '@/db/schema'
import { can } from '@/domain/access/can'
import { casesInScope } from '@/server/cases/scope'
import { query } from '@/server/kernel/query'
import { projectsInScope } from './scope'

/** The projects of the console's person by name, each with their role and the open cases they may see. */
export const projectsOfPerson = query({
  name: 'projects.ofPerson',
  input: z.object({}),
  may: 'browse_projects',
  load: async () => ({ subject: { kind: 'instance' as const } }),
  run: async ({ tx, actor }) => {
    const rows = await tx
      .select({
        id: projects.id,
        slug: projects.slug,
        key: projects.key,
        name: projects.name,
        summary: projects.summary,
      })
      .from(projects)
      .where(projectsInScope(actor))
      .orderBy(asc(projects.name))
    const open = await tx
      .select({ projectId: cases.projectId, cases: count() })
      .from(cases)
      .where(and(ne(cases.stage, 'closed'), eq(cases.isHeld, false), casesInScope(actor)))
      .groupBy(cases.projectId)
    const openCases = new Map(open.map((row) => [row.projectId, row.cases]))
    return {
      projects: rows.map((project) => ({
        ...project,
        role: actor.kind === 'person' ? (actor.roles[project.id] ?? null) : null,
        openCases: openCases.get(project.id) ?? 0,
      })),
      mayCreate: can(actor, 'manage_projects', { kind: 'instance' }),
    }
  },
})
