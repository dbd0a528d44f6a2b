import { and, asc, eq, gt, isNull, lte, ne, sql } from 'drizzle-orm'
import { z } from 'zod'
import { absences, cases, memberships, people } from '@/db/schema'
import { turnsFrom } from '@/domain/people/rota'
import { casesInScope } from '@/server/cases/scope'
import { query } from '@/server/kernel/query'
import { policyInForce } from '@/server/policies/policy-in-force'
import { loadProject, projectName } from '@/server/projects/load-project'

/** How far ahead the page shows who is on duty. */
const turnsShown = 6

/** The team of a project: members with their role, until when they are away, and how many open cases they answer for, and who is on duty when. */
export const projectTeam = query({
  name: 'people.projectTeam',
  input: z.object({ project: projectName }),
  may: 'view_project_cases',
  load: (context, { project }) => loadProject(context, project),
  run: async (context, _input, { project }) => {
    const { tx, actor } = context
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
        /** null: they are here. */
        awayUntil: absences.endsAt,
        openCases: tx.$count(cases, answersFor),
      })
      .from(memberships)
      .innerJoin(people, eq(people.id, memberships.personId))
      .leftJoin(
        absences,
        and(
          eq(absences.personId, people.id),
          lte(absences.startsAt, context.now),
          gt(absences.endsAt, context.now),
        ),
      )
      .where(and(eq(memberships.projectId, project.id), isNull(people.removedAt)))
      .orderBy(asc(sql`lower(${people.name})`), people.id)
    const { timeZone } = (await policyInForce(context, project.id)).terms.businessCalendar
    return {
      project: { slug: project.slug, name: project.name, version: project.version },
      members,
      rota: project.rota,
      timeZone,
      turns: (project.rota ? turnsFrom(project.rota, timeZone, context.now, turnsShown) : []).map((turn) => ({
        ...turn,
        isNow: turn.from <= context.now && context.now < turn.until,
      })),
    }
  },
})
