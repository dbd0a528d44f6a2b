import { ok, refuse, type Result } from '@/lib/result'
import { alertStateLabel, type AlertState, type Dismissal } from './alert'

const moves: Readonly<Record<AlertState, readonly AlertState[]>> = {
  open: ['taken', 'dismissed', 'fixed'],
  dismissed: ['open'],
  fixed: ['open'],
  // The case says what becomes of it.
  taken: [],
}

/** Whether an alert may go from one state to the other: only one that waits is decided, and a decision is undone before another. */
export function checkTriage(
  from: AlertState,
  to: AlertState,
): Result<AlertState, { code: 'not_now'; reason: string }> {
  if (moves[from].includes(to)) return ok(to)
  const reason =
    from === 'taken'
      ? 'A case was made of this alert. Go on there.'
      : from === 'open'
        ? 'This alert waits already.'
        : `This alert is settled (${alertStateLabel[from].toLowerCase()}). Put it back first.`
  return refuse({ code: 'not_now', reason })
}

/** Accepting a risk, and a reason of one's own, need words; the others say enough. */
export const needsWords = (dismissal: Dismissal): boolean =>
  dismissal === 'tolerable' || dismissal === 'other'
