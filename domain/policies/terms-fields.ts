import type { PolicyTerms } from './terms'
import type { WrittenPolicy } from './terms-from-form'

/** A policy as the fields of its form; names are the paths of the terms, so that a finding about a path finds its field. */
export function formFromTerms({ terms, introduction }: WrittenPolicy): Record<string, string | string[]> {
  const { acknowledge, respond, businessCalendar, announce, scope, safeHarbour, channels, reportMustHave } =
    terms
  const ticked = (isTicked: boolean) => (isTicked ? ['on'] : [])
  return {
    introduction,
    'acknowledge.hours': text(acknowledge?.hours),
    'acknowledge.counting': acknowledge?.counting ?? 'none',
    'respond.hours': text(respond?.hours),
    'respond.counting': respond?.counting ?? 'none',
    'respond.countedFrom': respond?.countedFrom ?? 'received',
    keepInformedEveryDays: text(terms.keepInformedEveryDays),
    silenceDays: text(terms.silenceDays),
    reporterMayPublishIfIgnored: ticked(terms.reporterMayPublishIfIgnored),
    'businessCalendar.timeZone': businessCalendar.timeZone,
    'businessCalendar.workingDays': businessCalendar.workingDays.map(String),
    'businessCalendar.workingHours.from': businessCalendar.workingHours?.from ?? '',
    'businessCalendar.workingHours.to': businessCalendar.workingHours?.to ?? '',
    'businessCalendar.holidayRegion': regionCode(businessCalendar.holidayRegion),
    'businessCalendar.ownHolidays': lines(ownHolidays(terms).map(({ date, name }) => `${date} ${name}`)),
    'businessCalendar.shutdowns': lines(
      businessCalendar.shutdowns.map(({ from, to, name }) => `${from} … ${to} ${name}`),
    ),
    'announce.delayDays': text(announce.delayDays),
    'announce.preferredWeekdays': announce.preferredWeekdays.map(String),
    'announce.preferredTime': announce.preferredTime ?? '',
    'announce.avoidHolidays': ticked(announce.avoidHolidays),
    'announce.secondApproval': ticked(announce.secondApproval),
    'embargo.longestDays': text(terms.embargo.longestDays),
    'backports.lines': terms.backports.lines,
    'backports.olderMinors': terms.backports.olderMinors,
    releaseKinds: terms.releaseKinds,
    'reportMustHave.fields': reportMustHave.fields,
    'reportMustHave.completeInItself': ticked(reportMustHave.completeInItself),
    'reportMustHave.oneVulnerability': ticked(reportMustHave.oneVulnerability),
    'scope.inScope': lines(scope.inScope),
    'scope.outOfScope': lines(scope.outOfScope),
    'scope.unsafeByDesign': lines(
      scope.unsafeByDesign.map(({ behaviour, documentedAt }) => `${behaviour} | ${documentedAt}`),
    ),
    'scope.prohibitedTesting': lines(scope.prohibitedTesting),
    'safeHarbour.conditions': lines(safeHarbour?.conditions ?? []),
    'safeHarbour.promise': safeHarbour?.promise ?? '',
    'channels.mail': lines(channels.mail),
    'channels.plainContact': channels.plainContact ?? '',
    'channels.encryptionKeyUrl': channels.encryptionKeyUrl ?? '',
    feedback: terms.feedback ?? '',
  }
}

const text = (number: number | null | undefined) =>
  number === null || number === undefined ? '' : String(number)
const lines = (entries: readonly string[]) => entries.join('\n')

/** `DE`, or `DE-BY` for a part of a country; empty for none. */
export const regionCode = (region: PolicyTerms['businessCalendar']['holidayRegion']): string =>
  region === null ? '' : region.state === null ? region.country : `${region.country}-${region.state}`

/** Days the team named itself; without a region all days are its own. */
export const ownHolidays = ({ businessCalendar: { holidays, holidayRegion } }: PolicyTerms) =>
  holidays.filter((day) => day.isOwn || holidayRegion === null)

const otherNames: Record<string, string> = {
  businessCalendar: 'businessCalendar.shutdowns',
  'businessCalendar.holidays': 'businessCalendar.ownHolidays',
  'businessCalendar.workingHours': 'businessCalendar.workingHours.from',
  acknowledge: 'acknowledge.hours',
  respond: 'respond.hours',
  safeHarbour: 'safeHarbour.promise',
}

/** The field of the form in which a path of the terms is edited: `scope.inScope.3` is edited in `scope.inScope`. */
export function fieldOfPath(path: string): string {
  const parts = path.replace(/^terms\./, '').split('.')
  while (parts.length > 1 && /^\d+$/.test(parts.at(-1) ?? '')) parts.pop()
  const indexed = parts.findIndex((part) => /^\d+$/.test(part))
  const name = (indexed < 0 ? parts : parts.slice(0, indexed)).join('.')
  const region = /^businessCalendar\.holidayRegion\b/.exec(name)?.[0]
  return region ?? otherNames[name] ?? name
}

/** Boxes of the form: a browser sends those that are ticked and nothing of the others. */
export const tickedFields = [
  'businessCalendar.workingDays',
  'announce.preferredWeekdays',
  'announce.avoidHolidays',
  'announce.secondApproval',
  'releaseKinds',
  'reportMustHave.fields',
  'reportMustHave.completeInItself',
  'reportMustHave.oneVulnerability',
  'reporterMayPublishIfIgnored',
] as const
