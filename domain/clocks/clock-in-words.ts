import { absoluteTime, exactLength } from '@/lib/describe-time'
import type { Instant } from '@/lib/instant'
import type { Clock, ClockKind, DueWhy } from './clock'
import type { DaysOff } from './working-day'

/** What each clock promises, as it stands before its due instant. */
export const clockLabel: Readonly<Record<ClockKind, string>> = {
  acknowledge: 'Acknowledge',
  respond: 'Say what happens next',
  keep_informed: 'Keep the reporter informed',
  reporter_deadline: 'The reporter publishes',
  embargo_end: 'The agreed embargo ends',
  announce_not_before: 'Earliest announcement',
  cra_early_warning: 'EU: early warning',
  cra_notification: 'EU: notification',
  cra_final_report: 'EU: final report',
}

/** The same in a word or two, for a table. */
export const clockShortLabel: Readonly<Record<ClockKind, string>> = {
  acknowledge: 'Acknowledge',
  respond: 'Respond',
  keep_informed: 'Inform',
  reporter_deadline: 'Reporter publishes',
  embargo_end: 'Embargo ends',
  announce_not_before: 'Announce from',
  cra_early_warning: 'EU warning',
  cra_notification: 'EU notification',
  cra_final_report: 'EU final report',
}

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`

const counted = {
  received: 'the report',
  acknowledged: 'the acknowledgement',
  last_message: 'the last message',
} as const

const weekdayOf = (date: string) =>
  new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' }).format(Date.parse(date))

/** “Monday a holiday (All Saints)”, “24 to 28 December away (Winter break)”. */
const dayOffInWords = ({ from, to, name }: DaysOff): string =>
  from === to ? `${weekdayOf(from)} a holiday (${name})` : `${from} to ${to} off (${name})`

/** The moment on the team's own clocks, and whose those are. */
const momentInWords = ({ from, timeZone }: { from: Instant; timeZone: string }, now: Instant): string =>
  [absoluteTime(from, timeZone, now), ...(timeZone === 'UTC' ? [] : [timeZone])].join(', ')

/**
 * Why a clock is due when it is, in one sentence for both sides. Worked case: 48 business hours, Friday 22:00 in Berlin, Monday a
 * holiday → “48 business hours from the report, Fri 20 Nov, 22:00 CET, Europe/Berlin; Monday a holiday (…); paused 2 days while the
 * reporter was asked”.
 */
export function clockReason(clock: DueWhy & Partial<Pick<Clock, 'status'>>, now: Instant): string {
  const { reason } = clock
  switch (reason.code) {
    case 'hours_from': {
      const hours = count(reason.hours, reason.counting === 'business' ? 'business hour' : 'hour')
      const from = `${hours} from ${counted[reason.countedFrom]}, ${momentInWords(reason, now)}`
      return withPause([from, ...reason.daysOff.map(dayOffInWords)].join('; '), clock)
    }
    case 'days_from':
      return withPause(
        `${count(reason.days, 'day')} from ${counted[reason.countedFrom]}, ${momentInWords(reason, now)}`,
        clock,
      )
    case 'stated_by_reporter':
      return 'The reporter named this date.'
    case 'agreed_embargo':
      return 'Both sides agreed on this date.'
    case 'days_after_last_release':
      return reason.days === 0
        ? 'As soon as the last patch release is out.'
        : `${count(reason.days, 'day')} after the last patch release, as the policy says.`
    case 'cra_hours':
      return `${count(reason.hours, 'hour')} from when active exploitation was known, ${momentInWords(reason, now)}; Cyber Resilience Act, Article 14.`
    case 'cra_days_from_fix':
      return `${count(reason.days, 'day')} from the first fix that users can install, ${momentInWords(reason, now)}; Cyber Resilience Act, Article 14.`
  }
}

const withPause = (sentence: string, { status, pausedMs }: Parameters<typeof clockReason>[0]): string =>
  status === 'paused'
    ? `${sentence}. Paused while the reporter is asked.`
    : pausedMs > 0
      ? `${sentence}; paused ${exactLength(pausedMs)} while the reporter was asked.`
      : `${sentence}.`

/** The waits that moved a clock, one sentence each, on the team's own clocks: “Paused Mon 23 Nov, 10:00 CET to Tue 24 Nov, 09:00 CET.” */
export const pausesInWords = ({ pauses, reason }: Clock, now: Instant): string[] =>
  pauses.map(({ from, until }) => {
    const since = absoluteTime(from, reason.timeZone, now)
    return until === null
      ? `Paused since ${since}.`
      : `Paused ${since} to ${absoluteTime(until, reason.timeZone, now)}.`
  })
