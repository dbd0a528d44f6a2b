import { isReleased } from '@/domain/backports/needs-fix'
import { ok, type Result } from '@/lib/result'
import { refuseBecause, type Refusal } from './refusal'
import { isClosed, type CaseFacts } from './stage'

/**
 * Whether a case may go to another project. Its lines are planned anew there, so nothing of the old plan may be out in the world: no
 * patch release, no advisory. Linked cases belong to one project, so a linked one stays.
 */
export function checkMove(
  facts: CaseFacts,
  place: { from: string; to: string; isLinked: boolean },
): Result<null, Refusal> {
  if (place.from === place.to)
    return refuseBecause('same_project', 'The case belongs to this project already.')
  if (facts.announcedAt !== null)
    return refuseBecause('announced', 'The advisory is published: it cannot become another project’s.')
  if (isClosed(facts)) return refuseBecause('closed', 'The case is closed. Reopen it first.')
  const released = facts.lines.find(isReleased)
  if (released)
    return refuseBecause(
      'released',
      `A patch release is recorded on ${released.line.name}. If it belongs to the other project, take it back here first.`,
    )
  if (place.isLinked)
    return refuseBecause(
      'linked',
      'The case is linked as a repetition. Undo the link first: linked cases belong to one project.',
    )
  return ok(null)
}

/** Who answers for the case there: whoever did, if they can; else whoever moves it, since there is never a moment without one. */
export const handlerAfterMove = (
  handlerId: string | null,
  mover: string,
  team: readonly { personId: string; role: string }[],
): string | null =>
  handlerId === null || team.some(({ personId, role }) => personId === handlerId && role !== 'observer')
    ? handlerId
    : mover
