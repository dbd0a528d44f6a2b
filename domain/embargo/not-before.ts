import { dayMs, latest, plusMs, type Instant } from '@/lib/instant'
import type { LineStatus } from '@/domain/backports/line-status'
import { needsFix } from '@/domain/backports/needs-fix'
import { linesToRelease, openQuestions } from '@/domain/cases/stage'

/** The earliest announcement. */
export interface NotBefore {
  /** null while a line is waited for, and when no line is to be fixed: then nothing has to be waited for. */
  at: Instant | null
  /** Names of the lines whose patch release is missing, or which nobody has judged yet. */
  waitsFor: readonly string[]
}

/**
 * The latest patch release over the lines that must be fixed, plus the policy's days. A day is 24 hours in UTC, so that
 * both sides count the same whatever their zone does. Worked case: released on 20 November at 10:00 and on
 * 21 November at 09:00, 7 days → 28 November 09:00.
 */
export function notBefore(lines: readonly LineStatus[], delayDays: number, now: Instant): NotBefore {
  const missing = [...openQuestions(lines, now), ...linesToRelease(lines, now)]
  if (missing.length > 0) return { at: null, waitsFor: missing.map((status) => status.line.name) }
  const last = latest(
    lines.flatMap((status) =>
      status.release !== null && needsFix(status, now) ? [status.release.releasedAt] : [],
    ),
  )
  return { at: last === null ? null : plusMs(last, delayDays * dayMs), waitsFor: [] }
}
