import { and, eq, inArray, or, sql, type SQL } from 'drizzle-orm'
import { cases, reports } from '@/db/schema'
import type { Actor, Role } from '@/domain/access/actor'

/** Which cases exist for this actor: the where-clause of `sees` in domain/access/can.ts. */
export function casesInScope(actor: Actor): SQL | undefined {
  switch (actor.kind) {
    case 'job':
      return undefined
    case 'anyone':
    case 'machine':
      return sql`false`
    case 'reporter':
      return sql`${cases.id} in (select ${reports.caseId} from ${reports} where ${reports.id} = ${actor.reportId})`
    case 'person':
      return actor.isOwner ? undefined : or(...scopeOfPerson(actor))
  }
}

/** In ids the actor already carries, not in subqueries: so the database can answer each part from an index. */
function scopeOfPerson(actor: Extract<Actor, { kind: 'person' }>): SQL[] {
  const withRole = (role: Role) => Object.keys(actor.roles).filter((id) => actor.roles[id] === role)
  const put = (as: 'handler' | 'collaborator') =>
    Object.keys(actor.cases).filter((id) => actor.cases[id] === as)
  const handled = withRole('handler')
  const members = [...handled, ...withRole('observer')]
  const handlerOf = inArray(cases.projectId, handled)
  return [
    inArray(cases.projectId, withRole('lead')),
    inArray(cases.id, put('collaborator')),
    members.length > 0 ? and(inArray(cases.projectId, members), eq(cases.isRestricted, false)) : undefined,
    handled.length > 0 ? and(handlerOf, eq(cases.handlerId, actor.personId)) : undefined,
    put('handler').length > 0 ? and(handlerOf, inArray(cases.id, put('handler'))) : undefined,
  ].filter((clause) => clause !== undefined)
}
