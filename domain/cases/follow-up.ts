import { ok, type Result } from '@/lib/result'
import { refuseBecause, type Refusal } from './refusal'

/** As much of a case as following up depends on. */
export interface Followable {
  id: string
  projectId: string
  announcedAt: string | null
  followsCase: string | null
}

/** A case, and every one that it follows: the one before, the one before that, and so on. */
export type FollowedFrom = Followable & { before: readonly string[] }

/**
 * Whether a case can be followed by another one. Only an announced one is: until then an incomplete fix is work on the same case.
 * `next`: a case that exists already; null: a new one. A case follows one other at most, and never itself, over however many others.
 */
export function checkFollowUp(first: FollowedFrom, next: Followable | null): Result<null, Refusal> {
  if (first.announcedAt === null)
    return refuseBecause(
      'not_announced',
      'The advisory is not published yet: an incomplete fix is mended in this case, line by line.',
    )
  if (next === null) return ok(null)
  if (next.id === first.id)
    return refuseBecause('same_case', 'A case cannot follow itself. Pick the other case.')
  if (next.projectId !== first.projectId)
    return refuseBecause('other_project', 'That case is about another project. Move it here first.')
  if (next.followsCase === first.id) return refuseBecause('follows', 'That case follows this one already.')
  if (next.followsCase !== null)
    return refuseBecause('follows_other', 'That case follows another one already.')
  if (first.before.includes(next.id))
    return refuseBecause('circle', 'This case follows that one. Pick the other way round.')
  return ok(null)
}
