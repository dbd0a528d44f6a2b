import type { CaseEvent } from '@/domain/cases/case-event'
import { refuseBecause, type Refusal } from '@/domain/cases/refusal'
import type { Instant } from '@/lib/instant'
import { ok, type Result } from '@/lib/result'

/** Since when a reporter is asked to send again what could not be decrypted; null: nothing is asked, or they wrote since. */
export function unreadableSince(events: readonly CaseEvent[], reportId: string): Instant | null {
  let since: Instant | null = null
  for (const event of events) {
    if (event.type === 'could_not_decrypt' && event.data.reportId === reportId) since ??= event.at
    if (event.type === 'reporter_replied' && event.data.reportId === reportId) since = null
  }
  return since
}

/** Did anything of this reporter arrive encrypted? */
const hasEncrypted = (events: readonly CaseEvent[], reportId: string): boolean =>
  events.some(
    (event) =>
      (event.type === 'report_received' || event.type === 'reporter_replied') &&
      event.data.reportId === reportId &&
      event.data.isEncrypted === true,
  )

/** May the reporter be asked to send it again? Only what arrived encrypted cannot be decrypted, and one asks once. */
export function askToResend(events: readonly CaseEvent[], reportId: string): Result<null, Refusal> {
  if (!hasEncrypted(events, reportId))
    return refuseBecause('not_encrypted', 'Nothing of this reporter arrived encrypted.')
  if (unreadableSince(events, reportId) !== null)
    return refuseBecause('asked', 'The reporter is asked to send it again and has not answered yet.')
  return ok(null)
}
