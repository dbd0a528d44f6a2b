import { eq, inArray, sql, type SQL } from 'drizzle-orm'
import { requests } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'

/** Which requests exist for this actor: the where-clause of `sees` for requests. */
export function requestsInScope(actor: Actor): SQL | undefined {
  switch (actor.kind) {
    case 'job':
      return undefined
    case 'anyone':
    case 'machine':
      return sql`false`
    case 'reporter':
      return eq(requests.id, actor.reportId)
    case 'person':
      return actor.isOwner ? undefined : inArray(requests.projectId, Object.keys(actor.roles))
  }
}
