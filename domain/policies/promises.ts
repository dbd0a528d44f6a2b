import { defaultLanguage, type Language } from '@/domain/languages/languages'
import { spoken, type Spoken } from '@/domain/languages/spoken'
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

/**
 * What the terms promise, as plain sentences in the order a reporter asks. A part that promises nothing is left out.
 * Files and programs read it in English.
 */
export function promisesOf(terms: PolicyTerms, language: Language = defaultLanguage): PolicyPromise[] {
  const { acknowledge, respond, keepInformedEveryDays, embargo, backports, releaseKinds } = terms
  const speech = spoken(language)
  const { t, list } = speech
  const promises: PolicyPromise[] = []
  const add = (key: PolicyPromise['key'], text: string) => promises.push({ key, text })

  add(
    'acknowledge',
    acknowledge === null
      ? t('promises.acknowledgeSoon')
      : t('promises.acknowledge', { span: hours(acknowledge, speech) }),
  )
  if (respond !== null)
    add('respond', t('promises.respond', { span: hours(respond, speech), from: respond.countedFrom }))
  if (acknowledge?.counting === 'business' || respond?.counting === 'business')
    add('business_time', businessTime(terms.businessCalendar, speech))
  if (keepInformedEveryDays !== null)
    add('keep_informed', t('promises.keepInformed', { days: keepInformedEveryDays }))
  add('silence', t('promises.silence', { days: terms.silenceDays }))
  add('announce', announcement(terms.announce, speech))
  if (embargo.longestDays !== null) add('embargo', t('promises.embargo', { days: embargo.longestDays }))
  add(
    'backports',
    backports.lines === 'every_supported' ? t('promises.everySupportedLine') : t('promises.newestLine'),
  )
  if (backports.olderMinors === 'on_request') add('older_minors', t('promises.olderMinors'))
  const kinds = list(
    releaseKinds.map((kind) => t(`releaseKind.${kind}`)),
    'disjunction',
  )
  add('release_kinds', t('promises.releaseKinds', { kinds }))
  add('credit', t('promises.credit'))
  if (terms.reporterMayPublishIfIgnored) add('may_publish', t('promises.mayPublish'))
  return promises
}

/** The two spans a reporter asks for first, in one sentence: until somebody says that it arrived, and until they say what happens next. */
export function soonestPromises({ acknowledge, respond }: PolicyTerms, language: Language = defaultLanguage) {
  const speech = spoken(language)
  return speech.t('reportPage.soonest', {
    isStated: acknowledge === null ? 'no' : 'yes',
    acknowledged: acknowledge === null ? '' : hours(acknowledge, speech),
    from: respond === null ? 'never' : respond.countedFrom,
    answered: respond === null ? '' : hours(respond, speech),
  })
}

const hours = ({ hours, counting }: Span, { t }: Spoken) =>
  counting === 'business' ? t('promises.businessHours', { hours }) : t('promises.hours', { hours })

/** 5 January 2026 was a Monday, the first day of the week as ISO 8601 counts. */
const weekday = (day: number, locale: string) =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, 0, 4 + day))

/** "Monday to Friday" for a run of three or more, otherwise the days one by one. */
function weekdays(
  days: readonly number[],
  joint: 'conjunction' | 'disjunction',
  { t, list, locale }: Spoken,
): string {
  const sorted = [...new Set(days)].sort((a, b) => a - b)
  const names = sorted.map((day) => weekday(day, locale))
  const isRun = sorted.length > 2 && sorted.at(-1)! - sorted[0]! === sorted.length - 1
  return isRun && joint === 'conjunction'
    ? t('promises.dayRun', { first: names[0]!, last: names.at(-1)! })
    : list(names, joint)
}

/** Which of two things there are, as messages choose by it. */
const which = <First extends string, Second extends string>(
  first: First,
  isFirst: boolean,
  second: Second,
  isSecond: boolean,
) => (isFirst && isSecond ? 'both' : isFirst ? first : isSecond ? second : 'none')

function businessTime(calendar: BusinessCalendar, speech: Spoken): string {
  const { workingDays, workingHours, timeZone, holidays, shutdowns } = calendar
  return speech.t('promises.businessTime', {
    days: weekdays(workingDays, 'conjunction', speech),
    hours: workingHours ? 'limited' : 'all',
    from: workingHours?.from ?? '',
    to: workingHours?.to ?? '',
    zone: timeZone,
    off: which('holidays', holidays.length > 0, 'shutdowns', shutdowns.length > 0),
  })
}

function announcement(
  { delayDays, preferredWeekdays, preferredTime }: PolicyTerms['announce'],
  speech: Spoken,
): string {
  const hasDays = preferredWeekdays.length > 0 && new Set(preferredWeekdays).size < 7
  const preference = {
    preferred: which('days', hasDays, 'time', preferredTime !== null),
    days: hasDays ? weekdays(preferredWeekdays, 'disjunction', speech) : '',
    time: preferredTime ?? '',
  }
  return delayDays === 0
    ? speech.t('promises.announceAtOnce', preference)
    : speech.t('promises.announceAfter', { delay: delayDays, ...preference })
}
