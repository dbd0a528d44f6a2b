import { eq, sql, type SQL } from 'drizzle-orm'
import { alerts, projects } from '@/db/schema'
import { inline, type Put } from '@/db/statement'
import type { Actor } from '@/domain/access/actor'

/**
 * Which projects exist in the console for this actor: the where-clause of `sees` for projects. The public side of a project
 * is there for anyone and is not asked here.
 */
export const projectsInScope = (actor: Actor, put: Put = inline): SQL | undefined =>
  inOwnProjects(actor, projects.id, put)

/** Which alerts exist for this actor: those of the projects they are in. */
export const alertsInScope = (actor: Actor, put: Put = inline): SQL | undefined =>
  inOwnProjects(actor, alerts.projectId, put)

function inOwnProjects(
  actor: Actor,
  projectId: typeof projects.id | typeof alerts.projectId,
  put: Put,
): SQL | undefined {
  switch (actor.kind) {
    case 'job':
      return undefined
    case 'anyone':
    case 'reporter':
      return sql`false`
    case 'machine':
      return eq(projectId, actor.projectId)
    case 'person':
      return actor.isOwner
        ? undefined
        : sql`${projectId} = any (${put('memberProjects', `{${Object.keys(actor.roles).join()}}`)}::uuid[])`
  }
}
