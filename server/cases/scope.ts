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

/** In ids the actor already carries, not in subqueries: so the database can answer each part from an index. */
function scopeOfPerson(actor: Extract<Actor, { kind: 'person' }>, put: Put): SQL[] {
  const withRole = (role: Role) => Object.keys(actor.roles).filter((id) => actor.roles[id] === role)
  const on = (as: 'handler' | 'collaborator') =>
    Object.keys(actor.cases).filter((id) => actor.cases[id] === as)
  const among = (column: typeof cases.id | typeof cases.projectId, name: string, ids: readonly string[]) =>
    sql`${column} = any (${put(name, `{${ids.join()}}`)}::uuid[])`
  const handled = withRole('handler')
  const members = [...handled, ...withRole('observer')]
  const inHandled = among(cases.projectId, 'handledProjects', handled)
  return [
    among(cases.projectId, 'ledProjects', withRole('lead')),
    among(cases.id, 'collaboratedCases', on('collaborator')),
    members.length > 0
      ? and(among(cases.projectId, 'ownProjects', members), eq(cases.isRestricted, sql`false`))
      : undefined,
    handled.length > 0
      ? and(inHandled, sql`${cases.handlerId} = ${put('ownId', actor.personId)}`)
      : undefined,
    on('handler').length > 0 ? and(inHandled, among(cases.id, 'handledCases', on('handler'))) : undefined,
  ].filter((clause) => clause !== undefined)
}
