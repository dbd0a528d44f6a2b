import type { Instant } from '@/lib/instant'
import type { LineStatus } from '@/domain/backports/line-status'
import { isReleased, needsFix } from '@/domain/backports/needs-fix'
import { isLineSettled } from '@/domain/backports/settled-lines'
import type { ResolutionKind } from './case-event'

/** The way of a case, in order. */
export const stages = [
  'received',
  'acknowledged',
  'confirmed',
  'fixing',
  'released',
  'announced',
  'closed',
] as const
export type Stage = (typeof stages)[number]

/** All that the stage of a case depends on. */
export interface CaseFacts {
  acknowledgedAt: Instant | null
  /** The primary handler. */
  handlerId: string | null
  confirmedAt: Instant | null
  lines: readonly LineStatus[]
  announcedAt: Instant | null
  /** How the case ended without a fix. */
  resolution: { kind: ResolutionKind; at: Instant } | null
  /** Something else than a line still waits for the team: an unanswered message, a request, a reason to reopen. */
  hasUnfinishedWork: boolean
  /** The instant asked about: which lines are supported depends on it. */
  at: Instant
}

const hasStarted = (line: LineStatus) => line.work !== null && line.work !== 'todo'

/** Lines that must be fixed and have no patch release yet. */
export const linesToRelease = (lines: readonly LineStatus[], at: Instant): LineStatus[] =>
  lines.filter((line) => needsFix(line, at) && !isReleased(line))

/** Supported lines nobody has judged yet: what must be fixed is not known while there are any. */
export const openQuestions = (lines: readonly LineStatus[], at: Instant): LineStatus[] =>
  lines.filter((line) => line.affectedness === 'unknown' && !isLineSettled(line, at))

/**
 * The stage of a case, derived from facts and from nothing else; total.
 * Worked case: confirmed, 2.4.x released, 2.3.x in review → `fixing`; 2.3.x released too → `released`; yanked → `fixing` again.
 * A case on which no line is to be fixed never claims `released`: it goes from `confirmed` to `announced`.
 */
export function stageOf(facts: CaseFacts): Stage {
  if (facts.resolution !== null) return 'closed'
  const isOpen = linesToRelease(facts.lines, facts.at).length > 0
  if (facts.announcedAt !== null) return isOpen || facts.hasUnfinishedWork ? 'announced' : 'closed'
  if (facts.acknowledgedAt === null) return 'received'
  if (facts.confirmedAt === null) return 'acknowledged'
  const toFix = facts.lines.filter((line) => needsFix(line, facts.at))
  if (toFix.length > 0 && !isOpen && openQuestions(facts.lines, facts.at).length === 0) return 'released'
  return toFix.some(hasStarted) ? 'fixing' : 'confirmed'
}

/** Whether nothing may happen to the case any more but reopening it. */
export const isClosed = (facts: CaseFacts): boolean => stageOf(facts) === 'closed'
