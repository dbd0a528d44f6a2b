import { eq, inArray, sql, type SQL } from 'drizzle-orm'
import { projects } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'

/**
 * Which projects exist in the console for this actor: the where-clause of `sees` for projects. The public side of a project
 * is there for anyone and is not asked here.
 */
export function projectsInScope(actor: Actor): SQL | undefined {
  switch (actor.kind) {
    case 'job':
      return undefined
    case 'anyone':
    case 'reporter':
      return sql`false`
    case 'machine':
      return eq(projects.id, actor.projectId)
    case 'person':
      return actor.isOwner ? undefined : inArray(projects.id, Object.keys(actor.roles))
  }
}
