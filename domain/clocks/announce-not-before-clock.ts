import { latest, type Instant } from '@/lib/instant'
import type { Clock } from './clock'
import type { ClockInput } from './clock-input'
import { outcome, type Ending } from './course-of-events'
import { fixedClock } from './fixed-clock'

/**
 * The wait between the last patch release and the earliest announcement. It asks nothing of anybody: it is met when
 * the instant comes, or earlier when the case ends (an override, a resolution), and is never late or breached.
 */
export function announceNotBeforeClock(input: ClockInput, now: Instant): Clock | null {
  const { notBefore, reportId, receivedAt, events, terms } = input
  if (notBefore === null) return null
  const releases = events.flatMap((event) =>
    event.type === 'patch_released' && event.data.releasedAt <= notBefore ? [event.data.releasedAt] : [],
  )
  const ended = outcome(events)
  const passed: Ending | null = now >= notBefore ? { at: notBefore, by: 'instant_passed' } : null
  return fixedClock(
    {
      kind: 'announce_not_before',
      reportId,
      startedAt: latest(releases) ?? receivedAt,
      dueAt: notBefore,
      reason: {
        code: 'days_after_last_release',
        days: terms.announce.delayDays,
        timeZone: terms.businessCalendar.timeZone,
      },
    },
    ended !== null && ended.at < notBefore ? ended : passed,
    now,
  )
}
