import { earliest, epochMs, hourMs, plusMs, type Instant } from '@/lib/instant'
import type { BusinessCalendar, Span } from '@/domain/policies/terms'
import { addBusinessMs, businessMsBetween } from './working-calendar'
import type { Stretch } from './course-of-events'

/** Where the pauses moved a due instant to. */
export interface MovedDue {
  dueAt: Instant
  pausedMs: number
  pauses: Stretch[]
  pausedSince: Instant | null
}

/**
 * When a span that starts at `start` is due, moved by the pauses before it was met; an open one lasts until now.
 * A pause that begins after the due instant moves nothing: a broken promise stays broken.
 * null when the calendar never works, which promises nothing; `checkTerms` refuses such a calendar.
 */
export function movedDue(
  start: Instant,
  span: Span,
  pauses: readonly Stretch[],
  { metAt, now }: { metAt: Instant | null; now: Instant },
  calendar: BusinessCalendar,
): MovedDue | null {
  const isBusiness = span.counting === 'business'
  const add = (at: Instant, ms: number): Instant | null => {
    if (!isBusiness) return plusMs(at, ms)
    const added = addBusinessMs(at, ms, calendar)
    return added.ok ? added.value : null
  }
  const between = (from: Instant, to: Instant): number =>
    isBusiness ? businessMsBetween(from, to, calendar) : epochMs(to) - epochMs(from)

  let dueAt = add(start, span.hours * hourMs)
  let pausedMs = 0
  const counted: Stretch[] = []
  let pausedSince: Instant | null = null
  for (const pause of pauses) {
    if (dueAt === null || pause.from > dueAt || (metAt !== null && pause.from > metAt)) break
    const from = pause.from < start ? start : pause.from
    const to = earliest([pause.until ?? now, ...(metAt === null ? [] : [metAt])])!
    if (to > from || pause.until === null)
      counted.push({ from, until: pause.until === null && metAt === null ? null : to })
    if (to > from) {
      const waitedMs = between(from, to)
      pausedMs += waitedMs
      dueAt = add(dueAt, waitedMs)
    }
    if (pause.until === null) pausedSince = from
  }
  return dueAt === null ? null : { dueAt, pausedMs, pauses: counted, pausedSince }
}
