import { ok, type Result } from '@/lib/result'
import type { CaseEvent } from '@/domain/cases/case-event'
import { refuseBecause, type Refusal } from '@/domain/cases/refusal'

/** Whether the draft of the advisory is shared with the reporter of this report. */
export const isDraftShared = (events: readonly CaseEvent[], reportId: string): boolean =>
  events.findLast(
    (event) =>
      (event.type === 'draft_shared' || event.type === 'draft_unshared') && event.data.reportId === reportId,
  )?.type === 'draft_shared'

/** Sharing it: once, and only while it is a draft. */
export function shareDraft(isShared: boolean, isAnnounced: boolean): Result<null, Refusal> {
  if (isAnnounced) return refuseBecause('announced', 'The advisory is published: everybody can read it.')
  if (isShared) return refuseBecause('shared', 'The draft is shared with this reporter already.')
  return ok(null)
}

/** Taking it back. */
export const unshareDraft = (isShared: boolean): Result<null, Refusal> =>
  isShared ? ok(null) : refuseBecause('not_shared', 'The draft is not shared with this reporter.')
