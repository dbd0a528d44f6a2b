import { addBusinessHours } from '@/domain/clocks/working-calendar'
import { isTimeZone } from '@/domain/clocks/offset-periods'
import { toInstant } from '@/lib/instant'
import type { PolicyTerms, Span } from './terms'

type TermsRefusal =
  | 'unknown_zone'
  | 'hours_reversed'
  | 'shutdown_reversed'
  | 'never_works'
  | 'respond_before_acknowledge'
  | 'key_not_https'

type TermsWarning =
  | 'respond_may_precede_acknowledge'
  | 'respond_never_starts'
  | 'holidays_missing'
  | 'announces_before_weekend'
  | 'delay_exceeds_embargo'
  | 'no_plain_contact'

/** Something about the terms a person should know: where, and what to do about it. */
interface TermsFinding<Code> {
  code: Code
  /** Path of the field within the terms, as form libraries name it. */
  path: string
  text: string
}

export interface TermsCheck {
  /** The terms cannot be saved like this. */
  refusals: TermsFinding<TermsRefusal>[]
  /** They can, but they promise something odd. */
  warnings: TermsFinding<TermsWarning>[]
}

/** Whether the parts of well-formed terms (see policyTermsSchema) agree with each other. */
export function checkTerms(terms: PolicyTerms): TermsCheck {
  const refusals = calendarRefusals(terms)
  const warnings: TermsCheck['warnings'] = []
  const { acknowledge, respond, businessCalendar, announce, embargo, channels } = terms

  if (acknowledge && respond?.countedFrom === 'received' && respond.hours < acknowledge.hours) {
    // Business hours never pass faster than the clock on the wall, so only this mix can still come right.
    const mayComeRight = acknowledge.counting === 'calendar' && respond.counting === 'business'
    if (mayComeRight) {
      warnings.push({
        code: 'respond_may_precede_acknowledge',
        path: 'respond.hours',
        text: 'The response can be due before the acknowledgement. Give it more hours, or count it from the acknowledgement.',
      })
    } else {
      refusals.push({
        code: 'respond_before_acknowledge',
        path: 'respond.hours',
        text: 'The response is due before the acknowledgement. Give it at least as many hours, or count it from the acknowledgement.',
      })
    }
  }
  if (!acknowledge && respond?.countedFrom === 'acknowledged') {
    warnings.push({
      code: 'respond_never_starts',
      path: 'respond.countedFrom',
      text: 'The response counts from an acknowledgement that has no date. Promise one, or count from the report.',
    })
  }
  if (businessCalendar.holidayRegion !== null && businessCalendar.holidays.length === 0) {
    warnings.push({
      code: 'holidays_missing',
      path: 'businessCalendar.holidays',
      text: 'A holiday region is chosen but no holidays are stored. Compute them, or holidays count as working days.',
    })
  }
  if (announce.preferredWeekdays.some((day) => day >= 5)) {
    warnings.push({
      code: 'announces_before_weekend',
      path: 'announce.preferredWeekdays',
      text: 'An announcement on a Friday or at the weekend finds few people to install the fix.',
    })
  }
  if (embargo.longestDays !== null && announce.delayDays >= embargo.longestDays) {
    warnings.push({
      code: 'delay_exceeds_embargo',
      path: 'announce.delayDays',
      text: 'The wait after the last patch release is as long as the whole embargo. Shorten it, or promise a longer embargo.',
    })
  }
  if (channels.encryptionKeyUrl !== null && channels.plainContact === null) {
    warnings.push({
      code: 'no_plain_contact',
      path: 'channels.plainContact',
      text: 'Encrypted mail is offered, but no contact for when it cannot be decrypted. Name one.',
    })
  }
  return { refusals, warnings }
}

function calendarRefusals({
  businessCalendar,
  acknowledge,
  respond,
  channels,
}: PolicyTerms): TermsCheck['refusals'] {
  const refusals: TermsCheck['refusals'] = []
  const { timeZone, workingHours, shutdowns } = businessCalendar
  if (!isTimeZone(timeZone)) {
    refusals.push({
      code: 'unknown_zone',
      path: 'businessCalendar.timeZone',
      text: `There is no time zone “${timeZone}”. Choose one by its IANA name, such as Europe/Berlin.`,
    })
  }
  if (workingHours !== null && workingHours.from >= workingHours.to) {
    refusals.push({
      code: 'hours_reversed',
      path: 'businessCalendar.workingHours',
      text: 'Working hours end before they begin. Choose an end later on the same day.',
    })
  }
  shutdowns.forEach(({ from, to, name }, index) => {
    if (from > to) {
      refusals.push({
        code: 'shutdown_reversed',
        path: `businessCalendar.shutdowns.${index}`,
        text: `“${name}” ends before it begins. Swap the two dates.`,
      })
    }
  })
  if (channels.encryptionKeyUrl !== null && !channels.encryptionKeyUrl.startsWith('https://')) {
    refusals.push({
      code: 'key_not_https',
      path: 'channels.encryptionKeyUrl',
      text: 'A key fetched without HTTPS can be swapped on the way. Give an address that starts with https://.',
    })
  }
  const spans = [acknowledge, respond].filter((span) => span?.counting === 'business')
  if (refusals.length === 0 && spans.some((span) => span && !isReachable(span, businessCalendar))) {
    refusals.push({
      code: 'never_works',
      path: 'businessCalendar',
      text: 'With these working days and shutdowns a promise would come due more than ten years later. Shorten a shutdown, or add working time.',
    })
  }
  return refusals
}

/** Can the span be worked off from the worst moments: the first of each shutdown, and any ordinary day? */
function isReachable(span: Span, calendar: PolicyTerms['businessCalendar']): boolean {
  const starts = ['2026-01-01', ...calendar.shutdowns.map(({ from }) => from)]
  return starts.every((date) => addBusinessHours(toInstant(date), span.hours, calendar).ok)
}
