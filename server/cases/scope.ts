import { and, eq, inArray, or, sql, type SQL } from 'drizzle-orm'
import { caseParticipants, cases, reports } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'

/** Which cases exist for this actor: the where-clause of `sees` in domain/access/can.ts. */
export function casesInScope(actor: Actor): SQL | undefined {
  switch (actor.kind) {
    case 'job':
      return undefined
    case 'anyone':
      return sql`false`
    case 'reporter':
      return sql`${cases.id} in (select ${reports.caseId} from ${reports} where ${reports.id} = ${actor.reportId})`
    case 'person':
      return actor.isOwner ? undefined : or(...scopeOfPerson(actor))
  }
}

function scopeOfPerson(actor: Extract<Actor, { kind: 'person' }>): SQL[] {
  const projects = Object.entries(actor.roles)
  const led = projects.filter(([, role]) => role === 'lead').map(([id]) => id)
  const others = projects.filter(([, role]) => role !== 'lead').map(([id]) => id)
  const handled = projects.filter(([, role]) => role === 'handler').map(([id]) => id)
  const named = (as: 'handler' | 'collaborator') =>
    sql`${cases.id} in (select ${caseParticipants.caseId} from ${caseParticipants} where ${caseParticipants.personId} = ${actor.personId} and ${caseParticipants.as} = ${as})`
  const handles = handled.length > 0 ? inArray(cases.projectId, handled) : undefined
  return [
    named('collaborator'),
    led.length > 0 ? inArray(cases.projectId, led) : undefined,
    others.length > 0 ? and(inArray(cases.projectId, others), eq(cases.isRestricted, false)) : undefined,
    handles && and(handles, or(eq(cases.handlerId, actor.personId), named('handler'))),
  ].filter((clause) => clause !== undefined)
}
