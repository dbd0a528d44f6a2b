import { firstTurn } from '@/domain/cases/conversation'
import { nextStep, type NextStep } from '@/domain/cases/next-step'
import type { Gate } from '@/domain/embargo/gates'
import type { CaseRows } from './case-view-rows'
import type { FoundCase } from './load-case'

interface Announcement {
  gates: readonly Gate[]
  /** The reporter publishes before the earliest announcement, and nothing is on the table about it. */
  needsDate: boolean
  isScheduled: boolean
}

/** What the page asks for next; null: nothing. */
export function nextStepView(
  found: FoundCase,
  rows: CaseRows,
  { gates, needsDate, isScheduled }: Announcement,
): NextStep | null {
  const { facts, events, clocks } = rows.record
  return nextStep({
    facts,
    unmetGates: gates.filter((gate) => !gate.isMet),
    turn: firstTurn(events),
    owesResponse: clocks.some(
      ({ kind, status }) => kind === 'respond' && status !== 'met' && status !== 'late',
    ),
    needsDate,
    isScheduled,
    linkedTo: linkedTo(found, rows),
    needsCorrection: needsCorrection(rows),
  })
}

/** The case where the work goes on; its reference only where it is there for who looks. */
const linkedTo = ({ case: { duplicateOf } }: FoundCase, { related }: CaseRows) =>
  duplicateOf === null
    ? null
    : { reference: related.find(({ relation }) => relation === 'duplicate_of')?.reference ?? null }

/** The credits were changed since the last revision, so that readers do not see them yet. */
function needsCorrection({ published: [last], record }: CaseRows): boolean {
  if (!last || last.kind === 'withdrawal') return false
  return record.events.some(({ type, at }) => type === 'credit_changed' && at > last.publishedAt)
}
