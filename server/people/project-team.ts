import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm'
import { z } from 'zod'
import { cases, memberships, people } from '@/db/schema'
import { casesInScope } from '@/server/cases/scope'
import { query } from '@/server/kernel/query'
import { loadProject, projectName } from '@/server/projects/load-project'

/** The team of a project: members with their role and how many open cases they answer for. */
export const projectTeam = query({
  name: 'people.projectTeam',
  input: z.object({ project: projectName }),
  may: 'view_project_cases',
  load: (context, { project }) => loadProject(context, project),
  run: async ({ tx, actor }, _input, { project }) => {
    const answersFor = and(
      // Restricted cases count only for those who see them.
      casesInScope(actor),
      eq(cases.handlerId, people.id),
      eq(cases.projectId, project.id),
      ne(cases.stage, 'closed'),
    )
    const members = await tx
      .select({
        personId: people.id,
        name: people.name,
        address: people.email,
        role: memberships.role,
        since: memberships.since,
        openCases: tx.$count(cases, answersFor),
      })
      .from(memberships)
      .innerJoin(people, eq(people.id, memberships.personId))
      .where(and(eq(memberships.projectId, project.id), isNull(people.removedAt)))
      .orderBy(asc(sql`lower(${people.name})`), people.id)
    return { project: { slug: project.slug, name: project.name }, members }
  },
})
