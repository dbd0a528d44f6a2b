import type { BusinessCalendar, PolicyTerms, Span } from './terms'

/** One promise as the portal says it. The key names the part of the terms it comes from. */
export interface PolicyPromise {
  key:
    | 'acknowledge'
    | 'respond'
    | 'business_time'
    | 'keep_informed'
    | 'silence'
    | 'announce'
    | 'embargo'
    | 'backports'
    | 'older_minors'
    | 'release_kinds'
    | 'credit'
    | 'may_publish'
  text: string
}

/** What the terms promise, as plain sentences in the order a reporter asks. A part that promises nothing is left out. */
export function promisesOf(terms: PolicyTerms): PolicyPromise[] {
  const { acknowledge, respond, keepInformedEveryDays, embargo, backports, releaseKinds } = terms
  const promises: PolicyPromise[] = [
    {
      key: 'acknowledge',
      text:
        acknowledge === null
          ? 'A maintainer acknowledges your report as soon as possible.'
          : `A maintainer acknowledges your report within ${hours(acknowledge)}.`,
    },
  ]
  const add = (key: PolicyPromise['key'], text: string) => promises.push({ key, text })

  if (respond !== null) {
    const from = respond.countedFrom === 'received' ? 'your report' : 'the acknowledgement'
    add('respond', `You get an answer that says what happens next within ${hours(respond)} of ${from}.`)
  }
  if (acknowledge?.counting === 'business' || respond?.counting === 'business') {
    add('business_time', businessTime(terms.businessCalendar))
  }
  if (keepInformedEveryDays !== null) {
    add('keep_informed', `You hear from the team at least every ${count(keepInformedEveryDays, 'day')}.`)
  }
  add(
    'silence',
    `While the team waits for your answer, its clocks pause. After ${count(terms.silenceDays, 'day')} without one it may go on; you keep the credit.`,
  )
  add('announce', announcement(terms.announce))
  if (embargo.longestDays !== null) {
    add(
      'embargo',
      `You are asked to keep the problem private for ${count(embargo.longestDays, 'day')} at most.`,
    )
  }
  add(
    'backports',
    backports.lines === 'every_supported'
      ? 'The fix goes to every supported release line that has the vulnerability.'
      : 'The fix goes to the newest release line only.',
  )
  if (backports.olderMinors === 'on_request') {
    add(
      'older_minors',
      'An older minor version gets the fix when somebody asks and shows that a newer minor version breaks something.',
    )
  }
  add('release_kinds', `Security fixes ship as ${list(releaseKinds, 'or')} releases.`)
  add('credit', 'You are credited, unless you decline.')
  if (terms.reporterMayPublishIfIgnored) {
    add('may_publish', 'If the team breaks these promises, you may publish on your own terms.')
  }
  return promises
}

const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`

const hours = ({ hours, counting }: Span) => count(hours, counting === 'business' ? 'business hour' : 'hour')

const list = (words: readonly string[], joint: 'and' | 'or') =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`

/** "Monday to Friday" for a run of three or more, otherwise the days one by one. */
function weekdays(days: readonly number[], joint: 'and' | 'or'): string {
  const sorted = [...new Set(days)].sort((a, b) => a - b)
  const names = sorted.map((day) => weekdayNames[day - 1]!)
  const isRun = sorted.length > 2 && sorted.at(-1)! - sorted[0]! === sorted.length - 1
  return isRun && joint === 'and' ? `${names[0]} to ${names.at(-1)}` : list(names, joint)
}

function businessTime(calendar: BusinessCalendar): string {
  const days = weekdays(calendar.workingDays, 'and')
  const time = calendar.workingHours
    ? `from ${calendar.workingHours.from} to ${calendar.workingHours.to}`
    : 'around the clock'
  const off = [
    ...(calendar.holidays.length > 0 ? ['public holidays'] : []),
    ...(calendar.shutdowns.length > 0 ? ['shutdowns'] : []),
  ]
  const without = off.length > 0 ? `, without ${list(off, 'and')}` : ''
  return `Business hours are ${days}, ${time}, ${calendar.timeZone} time${without}.`
}

function announcement({ delayDays, preferredWeekdays, preferredTime }: PolicyTerms['announce']): string {
  const when =
    delayDays === 0
      ? 'The advisory is published once the fix is released'
      : `The advisory is published at least ${count(delayDays, 'day')} after the last patch release`
  const preferred = [
    ...(preferredWeekdays.length > 0 && new Set(preferredWeekdays).size < 7
      ? [`on a ${weekdays(preferredWeekdays, 'or')}`]
      : []),
    ...(preferredTime !== null ? [`at ${preferredTime}`] : []),
  ]
  return preferred.length > 0 ? `${when}, preferably ${preferred.join(' ')}.` : `${when}.`
}
