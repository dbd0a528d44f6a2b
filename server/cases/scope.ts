import { and, eq, or, sql, type SQL } from 'drizzle-orm'
import { cases, reports } from '@/db/schema'
import { inline, type Put } from '@/db/statement'
import type { Actor, Role } from '@/domain/access/actor'

/** Which cases exist for this actor: the where-clause of `sees` in domain/access/can.ts. */
export function casesInScope(actor: Actor, put: Put = inline): SQL | undefined {
  switch (actor.kind) {
    case 'job':
      return undefined
    case 'anyone':
    case 'machine':
      return sql`false`
    case 'reporter':
      return sql`${cases.id} in (select ${reports.caseId} from ${reports} where ${reports.id} = ${put('ownReport', actor.reportId)})`
    case 'person':
      return actor.isOwner ? undefined : or(...scopeOfPerson(actor, put))
  }
}

/** Actors of one shape have one condition, except for the values in it. */
export const scopeShape = (actor: Actor): string =>
  actor.kind === 'person' && actor.isOwner ? 'owner' : actor.kind

/** In ids the actor already carries, not in subqueries: so the database can answer each part from an index. */
function scopeOfPerson(actor: Extract<Actor, { kind: 'person' }>, put: Put): (SQL | undefined)[] {
  const withRole = (role: Role) => Object.keys(actor.roles).filter((id) => actor.roles[id] === role)
  const on = (as: 'handler' | 'collaborator') =>
    Object.keys(actor.cases).filter((id) => actor.cases[id] === as)
  const among = (column: typeof cases.id | typeof cases.projectId, name: string, ids: readonly string[]) =>
    sql`${column} = any (${put(name, `{${ids.join()}}`)}::uuid[])`
  const handled = withRole('handler')
  const inHandled = among(cases.projectId, 'handledProjects', handled)
  return [
    among(cases.projectId, 'ledProjects', withRole('lead')),
    among(cases.id, 'collaboratedCases', on('collaborator')),
    and(
      among(cases.projectId, 'ownProjects', [...handled, ...withRole('observer')]),
      eq(cases.isRestricted, sql`false`),
    ),
    and(inHandled, sql`${cases.handlerId} = ${put('ownId', actor.personId)}`),
    and(inHandled, among(cases.id, 'handledCases', on('handler'))),
  ]
}
