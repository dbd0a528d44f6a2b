import { ok, type Result } from '@/lib/result'
import { refuseBecause, type Refusal } from '@/domain/cases/refusal'
import type { LineStatus } from './line-status'
import { isReleased } from './needs-fix'

/** The line after its release was taken back: open again, the fix merged but in nobody's hands, so the announcement waits anew. */
export function yankRelease(status: LineStatus): Result<LineStatus, Refusal> {
  if (!isReleased(status)) {
    return refuseBecause('not_released', `${status.line.name} has no patch release to take back.`)
  }
  return ok({ ...status, work: 'merged', release: null, majorReason: null })
}
