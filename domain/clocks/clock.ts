import { dayMs, msBetween, plusMs, type Instant } from '@/lib/instant'
import type { Stretch } from './course-of-events'
import type { DaysOff } from './working-day'

/**
 * A promise with a due instant, derived from the policy version and the events of the case. Never stored:
 * only `nextDue` is kept beside a case, as the index of the queue.
 */
export const clockKinds = [
  'acknowledge',
  'respond',
  'keep_informed',
  'reporter_deadline',
  'embargo_end',
  'announce_not_before',
  'cra_early_warning',
  'cra_notification',
  'cra_final_report',
] as const
export type ClockKind = (typeof clockKinds)[number]

/** What a reporter was promised: kept to nobody else. */
export const promisesToReporter: readonly ClockKind[] = ['acknowledge', 'respond', 'keep_informed']

/** late: met, but after it was due. breached: overdue and not met. */
export type ClockStatus = 'running' | 'paused' | 'met' | 'late' | 'breached'

/** What ended a clock. A resolution or the advisory ends all of them: the reporter has the outcome. */
export type ClockEnding =
  | 'acknowledged'
  | 'message_sent'
  | 'question_asked'
  | 'responded'
  | 'resolved'
  | 'advisory_published'
  | 'finished'
  | 'instant_passed'
  | 'milestone_met'
  | 'milestone_dismissed'

/** Why the clock is due when it is, as facts a screen turns into a sentence. */
export type ClockReason =
  | {
      code: 'hours_from'
      hours: number
      counting: 'calendar' | 'business'
      countedFrom: 'received' | 'acknowledged'
      from: Instant
      /** The zone of the business calendar: the team's own. */
      timeZone: string
      /** Holidays and shutdowns between start and due; empty when counting calendar hours. */
      daysOff: DaysOff[]
    }
  | {
      code: 'days_from'
      days: number
      countedFrom: 'received' | 'last_message'
      from: Instant
      timeZone: string
    }
  | { code: 'stated_by_reporter'; timeZone: string }
  | { code: 'agreed_embargo'; timeZone: string }
  | { code: 'days_after_last_release'; days: number; timeZone: string }
  /** Of the EU Cyber Resilience Act: counted from when the team knew of active exploitation, or from the first fix. */
  | { code: 'cra_hours'; hours: number; from: Instant; timeZone: string }
  | { code: 'cra_days_from_fix'; days: number; from: Instant; timeZone: string }

export interface Clock {
  kind: ClockKind
  /** The report it is promised to; empty where the case as a whole owes it to an authority. */
  reportId: string
  startedAt: Instant
  /** While paused: the due instant if the reporter answered now. */
  dueAt: Instant
  /** By how much waiting moved the due instant, counted as the promise counts (business time for business hours). */
  pausedMs: number
  /** The waits that moved it, oldest first; the last one is open while paused. */
  pauses: readonly Stretch[]
  /** Since when the desk waits for the reporter; null unless paused. */
  pausedSince: Instant | null
  status: ClockStatus
  /** When it was met, in time or late. */
  metAt: Instant | null
  metBy: ClockEnding | null
  reason: ClockReason
}

/** Why a promise is due when it is: what the sentence about it is made of. */
export type DueWhy = Pick<Clock, 'reason' | 'pausedMs'>
/** What of a clock is stored to say later why it is due. */
export const dueWhy = ({ reason, pausedMs }: DueWhy): DueWhy => ({ reason, pausedMs })

/**
 * The clock that is due first among those that still ask for something: neither met, late nor paused.
 * It depends on the events alone, not on the moment the clocks were read, so its kind and instant may be stored.
 * The earliest announcement is left out: nothing is owed at that instant, and it passes by itself.
 */
export const nextDue = (clocks: readonly Clock[]): Clock | null => {
  let next: Clock | null = null
  for (const clock of clocks) {
    const isOpen = clock.status === 'running' || clock.status === 'breached'
    if (isOpen && clock.kind !== 'announce_not_before' && (next === null || clock.dueAt < next.dueAt))
      next = clock
  }
  return next
}

export type Urgency = 'overdue' | 'due_soon' | 'on_track' | 'paused' | 'met'

const longestSoonMs = 3 * dayMs

/** From when on a clock is due soon: in the last quarter of its time, and at most three days before. */
export function soonAt({ startedAt, dueAt }: Pick<Clock, 'startedAt' | 'dueAt'>): Instant {
  const wholeMs = msBetween(startedAt, dueAt)
  return plusMs(dueAt, -Math.min(longestSoonMs, Math.floor(wholeMs / 4)))
}

/** How pressing a clock is. */
export function urgency(clock: Clock, now: Instant): Urgency {
  if (clock.status === 'met' || clock.status === 'late') return 'met'
  if (clock.status === 'paused') return 'paused'
  if (clock.kind === 'announce_not_before') return 'on_track'
  if (now > clock.dueAt) return 'overdue'
  return now >= soonAt(clock) ? 'due_soon' : 'on_track'
}
