import { Temporal } from 'temporal-polyfill'
import type { Instant } from '@/lib/instant'
import { ok, type Result } from '@/lib/result'
import { refuseBecause, type Refusal } from '@/domain/cases/refusal'
import type { PolicyTerms } from '@/domain/policies/terms'
import type { NotBefore } from './not-before'
import type { StatedDate } from './counter-proposal'
import { finderName } from './linked-finder'
import { utcText } from '@/lib/utc-text'

export interface ScheduleWarning {
  code:
    | 'friday'
    | 'weekend'
    | 'holiday'
    | 'shutdown'
    | 'not_preferred_weekday'
    | 'reporter_date_earlier'
    | 'embargo_earlier'
  reason: string
}

export interface ScheduleContext {
  notBefore: NotBefore
  /** A lead has overridden the waiting time. */
  isWaitOverridden: boolean
  terms: Pick<PolicyTerms, 'announce' | 'businessCalendar'>
  /** When reporters publish on their own, those of linked cases too. */
  reporterDates: readonly StatedDate[]
  /** The embargoes both sides agreed to, one of a conversation. */
  agreements: readonly StatedDate[]
  now: Instant
}

const weekdays = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/**
 * May the announcement be scheduled for that instant? Refused in the past and before the earliest announcement; everything else
 * is a warning the handler may overrule. Days are judged in the time zone of the policy's calendar.
 */
export function checkSchedule(
  instant: Instant,
  context: ScheduleContext,
): Result<ScheduleWarning[], Refusal> {
  const { notBefore, isWaitOverridden, now } = context
  if (instant <= now) return refuseBecause('in_the_past', 'This instant has passed. Pick a later one.')
  if (!isWaitOverridden) {
    if (notBefore.waitsFor.length > 0)
      return refuseBecause(
        'not_before_unknown',
        `The earliest announcement is not known yet: ${notBefore.waitsFor.join(', ')} must be released first.`,
      )
    if (notBefore.at !== null && instant < notBefore.at)
      return refuseBecause(
        'before_not_before',
        `The earliest announcement is ${utcText(notBefore.at)}. Pick that or later.`,
      )
  }
  return ok([...dayWarnings(instant, context.terms), ...dateWarnings(instant, context)])
}

/** What speaks against the day itself: Friday, weekend, holiday, shutdown, a weekday the policy does not prefer. */
export function dayWarnings(
  instant: Instant,
  { announce, businessCalendar: calendar }: ScheduleContext['terms'],
): ScheduleWarning[] {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(calendar.timeZone)
  const date = local.toPlainDate().toString()
  const day = weekdays[local.dayOfWeek]
  const warnings: ScheduleWarning[] = []
  const holiday = calendar.holidays.find((one) => one.date === date)
  const shutdown = calendar.shutdowns.find((one) => one.from <= date && date <= one.to)
  if (local.dayOfWeek >= 6 || !calendar.workingDays.includes(local.dayOfWeek))
    warnings.push({
      code: 'weekend',
      reason: `${day} is no working day in ${calendar.timeZone}: users may not be there to update.`,
    })
  else if (local.dayOfWeek === 5)
    warnings.push({ code: 'friday', reason: 'On a Friday users have the weekend before they can update.' })
  if (holiday !== undefined)
    warnings.push({
      code: 'holiday',
      reason: `${date} is a holiday (${holiday.name})${announce.avoidHolidays ? ', which the policy avoids' : ''}.`,
    })
  if (shutdown !== undefined)
    warnings.push({ code: 'shutdown', reason: `The team is away on ${date} (${shutdown.name}).` })
  if (announce.preferredWeekdays.length > 0 && !announce.preferredWeekdays.includes(local.dayOfWeek))
    warnings.push({
      code: 'not_preferred_weekday',
      reason: `The policy prefers ${announce.preferredWeekdays.map((one) => weekdays[one]).join(', ')}.`,
    })
  return warnings
}

function dateWarnings(instant: Instant, { reporterDates, agreements }: ScheduleContext): ScheduleWarning[] {
  return [
    ...reporterDates
      .filter(({ at }) => at < instant)
      .map((date) => ({
        code: 'reporter_date_earlier' as const,
        reason: `${finderName(date)} publishes on ${utcText(date.at)}, before this. Agree on one date with them.`,
      })),
    ...agreements
      .filter(({ at }) => instant < at)
      .map((date) => ({
        code: 'embargo_earlier' as const,
        reason: `The embargo was agreed until ${utcText(date.at)}${date.linkedCase ? ` with ${lowerFirst(finderName(date)).replace(/,$/, '')}` : ''}, which is later. Ask the reporter first.`,
      })),
  ]
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
