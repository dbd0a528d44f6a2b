import { and, asc, eq, sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { cases, caseTags, memberships, people, projects, tags } from '@/db/schema'
import { shapedStatement } from '@/db/shaped-statement'
import { can } from '@/domain/access/can'
import type { SavedView } from '@/domain/views/saved-view'
import type { Context } from '@/server/kernel/context'
import { query } from '@/server/kernel/query'
import { loadOwnAccount } from '@/server/people/load-account'
import { projectsInScope } from '@/server/projects/scope'
import { viewsOf } from '@/server/views/view-rows'
import { casesInScope } from './scope'
import { openTag } from './tag-rows'

export interface QueueChoices {
  projects: {
    slug: string
    name: string
    /** Ids of those who can answer for its cases. */
    handlers: string[]
    mayAssign: boolean
    mayShareViews: boolean
    /** Those that cases one sees bear. */
    tags: string[]
  }[]
  views: SavedView[]
  /** Names by id. */
  people: Record<string, string>
  ownId: string
  mayCreateProject: boolean
}

/** What the queue can be narrowed to, and whom its cases can be given to. Three statements, sent together. */
export const queueChoices = query({
  name: 'cases.queueChoices',
  input: z.object({}),
  may: 'list_cases',
  load: loadOwnAccount,
  run: async (context, _input, { personId }): Promise<QueueChoices> => {
    const { tx, actor } = context
    const [rows, tagged, views] = await Promise.all([
      projectsWithHandlers(tx, actor.kind, (put) => projectsInScope(actor, put)),
      tagsInScope(context),
      viewsOf(context, personId),
    ])
    return {
      projects: rows.map(({ id, slug, name, handlers: team }) => ({
        slug,
        name,
        handlers: (team ?? []).map(([handlerId]) => handlerId),
        mayAssign: can(actor, 'assign_handler', anyCaseOf(id)).allowed,
        mayShareViews: can(actor, 'share_views', { kind: 'project', projectId: id }).allowed,
        tags: tagged
          .filter(({ projectId }) => projectId === id)
          .map(openTag)
          .sort(byName),
      })),
      views,
      people: Object.fromEntries(rows.flatMap((row) => row.handlers ?? [])),
      ownId: personId,
      mayCreateProject: can(actor, 'manage_projects', { kind: 'instance' }).allowed,
    }
  },
})

const handlersOfProject = sql`(
  select json_agg(json_build_array(${people.id}, ${people.name}) order by lower(${people.name}), ${people.id})
  from ${people} where ${people.removedAt} is null and (${people.isOwner} or ${people.id} in (
    select ${memberships.personId} from ${memberships}
    where ${memberships.projectId} = ${projects.id} and ${memberships.role} <> 'observer')))`

const projectsWithHandlers = shapedStatement('projects_with_handlers', (tx, where: SQL | undefined) =>
  tx
    .select({
      id: projects.id,
      slug: projects.slug,
      name: projects.name,
      // Wrapped, because drizzle takes the tables off the columns of a selection from one table.
      handlers: sql<[id: string, name: string][] | null>`${handlersOfProject}`,
    })
    .from(projects)
    .where(where)
    .orderBy(asc(projects.name)),
)

const tagsOfProjects = shapedStatement('tags_of_projects', (tx, where: SQL | undefined) =>
  tx
    .select({ id: tags.id, projectId: tags.projectId, label: tags.label })
    .from(tags)
    .innerJoin(projects, eq(projects.id, tags.projectId))
    .where(where),
)

/** Tags that a case one sees bears: those of restricted cases alone are not there. */
const tagsInScope = ({ tx, actor }: Context) =>
  tagsOfProjects(tx, actor.kind, (put) => {
    const seen = and(eq(caseTags.tagId, tags.id), casesInScope(actor, put))
    return and(
      projectsInScope(actor, put),
      sql`exists (select from ${caseTags} join ${cases} on ${cases.id} = ${caseTags.caseId} where ${seen})`,
    )
  })

const byName = (a: string, b: string) => a.localeCompare(b, 'en')

/** Stands for the cases of a project that a person sees through their role in it. */
const anyCaseOf = (projectId: string) => ({
  kind: 'case' as const,
  projectId,
  caseId: '',
  isRestricted: false,
  reportIds: [],
  handlerId: null,
  advisoryEditorId: null,
})
