import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { memberships, people, projects } from '@/db/schema'
import { can } from '@/domain/access/can'
import { query } from '@/server/kernel/query'
import { loadOwnAccount } from '@/server/people/load-account'
import { projectsInScope } from '@/server/projects/scope'

export interface QueueChoices {
  projects: {
    slug: string
    /** Begins the references of its cases. */
    key: string
    name: string
    /** Ids of those who can answer for its cases. */
    handlers: string[]
    mayAssign: boolean
  }[]
  /** Names by id. */
  people: Record<string, string>
  ownId: string
  mayCreateProject: boolean
}

/** What the queue can be narrowed to, and whom its cases can be given to. One statement. */
export const queueChoices = query({
  name: 'cases.queueChoices',
  input: z.object({}),
  may: 'list_cases',
  load: loadOwnAccount,
  run: async ({ tx, actor }, _input, { personId }): Promise<QueueChoices> => {
    const handlers = sql<[id: string, name: string][] | null>`(
      select json_agg(json_build_array(${people.id}, ${people.name}) order by lower(${people.name}), ${people.id})
      from ${people} where ${people.removedAt} is null and (${people.isOwner} or ${people.id} in (
        select ${memberships.personId} from ${memberships}
        where ${memberships.projectId} = ${projects.id} and ${memberships.role} <> 'observer')))`
    const { rows } = await tx.execute<{
      id: string
      slug: string
      key: string
      name: string
      handlers: [id: string, name: string][] | null
    }>(
      sql`select ${projects.id}, ${projects.slug}, ${projects.key}, ${projects.name}, ${handlers} as handlers
        from ${projects} where ${projectsInScope(actor) ?? sql`true`} order by ${projects.name}`,
    )
    return {
      projects: rows.map(({ id, slug, key, name, handlers: team }) => ({
        slug,
        key,
        name,
        handlers: (team ?? []).map(([handlerId]) => handlerId),
        mayAssign: can(actor, 'assign_handler', anyCaseOf(id)).allowed,
      })),
      people: Object.fromEntries(rows.flatMap((row) => row.handlers ?? [])),
      ownId: personId,
      mayCreateProject: can(actor, 'manage_projects', { kind: 'instance' }).allowed,
    }
  },
})

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
