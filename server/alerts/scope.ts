import { eq, inArray, sql, type SQL } from 'drizzle-orm'
import { alerts } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'

/** Which alerts exist for this actor: those of the projects they are in. */
export function alertsInScope(actor: Actor): SQL | undefined {
  switch (actor.kind) {
    case 'job':
      return undefined
    case 'anyone':
    case 'reporter':
      return sql`false`
    case 'machine':
      return eq(alerts.projectId, actor.projectId)
    case 'person':
      return actor.isOwner ? undefined : inArray(alerts.projectId, Object.keys(actor.roles))
  }
}
