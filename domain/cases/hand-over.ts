import type { Instant } from '@/lib/instant'
import { ok, type Result } from '@/lib/result'
import type { Role } from '@/domain/access/actor'
import type { CaseEvent } from './case-event'
import { refuseBecause, type Refusal } from './refusal'
import type { CaseFacts } from './stage'

/** Someone who belongs to the project's team now. */
export interface TeamMember {
  personId: string
  role: Role
}

const handles = (member: TeamMember) => member.role === 'lead' || member.role === 'handler'

/**
 * Makes `to` the primary handler, from nobody (assigning) or from somebody (handing over). There is no move to nobody:
 * from the first handler on the case is never without one. Closed cases may be handed over too; they can be reopened.
 */
export function handOver(
  facts: CaseFacts,
  to: string,
  team: readonly TeamMember[],
  now: Instant,
): Result<CaseEvent, Refusal> {
  if (facts.handlerId === to) return refuseBecause('same_handler', 'They answer for this case already.')
  const member = team.find((one) => one.personId === to)
  if (member === undefined)
    return refuseBecause('not_in_team', 'They are not in the team of this project. Add them first.')
  if (!handles(member))
    return refuseBecause(
      'observer',
      'An observer only reads. Make them a handler first, or pick someone else.',
    )
  return ok({ type: 'handler_assigned', at: now, data: { from: facts.handlerId, to } })
}

/**
 * Who takes over when a handler leaves the team without naming anyone: a lead, else another handler, else an owner;
 * in each group the one who answers for the fewest cases. null: nobody is left, and the handler cannot be removed yet.
 */
export function successorOf(
  leavingId: string,
  team: readonly (TeamMember & { openCases: number })[],
  ownerIds: readonly string[],
): string | null {
  const idlest = (role: Role) =>
    team
      .filter((one) => one.role === role && one.personId !== leavingId)
      .sort((a, b) => a.openCases - b.openCases || (a.personId < b.personId ? -1 : 1))[0]?.personId
  return idlest('lead') ?? idlest('handler') ?? ownerIds.find((id) => id !== leavingId) ?? null
}
