import { urgency, type Clock, type Urgency } from '@/domain/clocks/clock'
import { clockLabel, clockReason, pausesInWords } from '@/domain/clocks/clock-in-words'
import type { Instant } from '@/lib/instant'

/** A promise as it stands on the page. */
export interface ClockView extends Pick<
  Clock,
  'kind' | 'reportId' | 'dueAt' | 'status' | 'metAt' | 'metBy' | 'pausedSince'
> {
  label: string
  urgency: Urgency
  /** Why it is due then. */
  why: string
  /** The waits that moved it, a sentence each. */
  pauses: string[]
  timeZone: string
}

/** The promises in words, in the order they are given. */
export const clocksView = (clocks: readonly Clock[], now: Instant): ClockView[] =>
  clocks.map((clock) => ({
    kind: clock.kind,
    reportId: clock.reportId,
    dueAt: clock.dueAt,
    status: clock.status,
    metAt: clock.metAt,
    metBy: clock.metBy,
    pausedSince: clock.pausedSince,
    label: clockLabel[clock.kind],
    urgency: urgency(clock, now),
    why: clockReason(clock, now),
    pauses: pausesInWords(clock, now),
    timeZone: clock.reason.timeZone,
  }))
