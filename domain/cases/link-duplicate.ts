import { ok, type Result } from '@/lib/result'
import { refuseBecause, type Refusal } from './refusal'

/** As much of a case as linking depends on. */
export interface Linkable {
  id: string
  projectId: string
  duplicateOf: string | null
  resolution: string | null
}

/**
 * Whether one case can be linked as a further report of the same vulnerability as another. Links are one step deep, so that the
 * case where the work goes on is never itself a repetition.
 */
export function checkLink(
  duplicate: Linkable & { hasDuplicates: boolean },
  original: Linkable,
): Result<null, Refusal> {
  if (duplicate.id === original.id)
    return refuseBecause('same_case', 'A case cannot repeat itself. Pick the other case.')
  if (duplicate.projectId !== original.projectId)
    return refuseBecause('other_project', 'That case is about another project. Pick one of this project.')
  if (duplicate.duplicateOf === original.id) return refuseBecause('linked', 'The two are linked already.')
  if (duplicate.duplicateOf !== null)
    return refuseBecause('linked_elsewhere', 'This case repeats another one already. Undo that link first.')
  if (original.duplicateOf !== null)
    return refuseBecause('chain', 'That case repeats another one itself. Link to the one it repeats.')
  if (duplicate.hasDuplicates)
    return refuseBecause(
      'has_duplicates',
      'Other cases repeat this one. Undo those links first, or link the other way round.',
    )
  if (original.resolution !== null)
    return refuseBecause(
      'closed',
      'That case was closed without a fix. Reopen it first, or close this one on its own.',
    )
  return ok(null)
}
