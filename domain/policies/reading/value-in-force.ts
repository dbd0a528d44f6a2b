import { regionCode } from '../terms-fields'
import type { PolicyTerms } from '../terms'
import type { Part, PartValues } from './parts'

type OnePart = { [Name in Part]: (terms: PolicyTerms) => PartValues[Name] | undefined }

const inForce: Partial<OnePart> = {
  acknowledge: ({ acknowledge }) => acknowledge,
  respond: ({ respond }) => respond,
  keepInformed: ({ keepInformedEveryDays }) => keepInformedEveryDays ?? undefined,
  silence: ({ silenceDays }) => silenceDays,
  mayPublish: ({ reporterMayPublishIfIgnored }) => reporterMayPublishIfIgnored,
  timeZone: ({ businessCalendar }) => businessCalendar.timeZone,
  workingDays: ({ businessCalendar }) => businessCalendar.workingDays,
  workingHours: ({ businessCalendar }) => businessCalendar.workingHours ?? undefined,
  holidayRegion: ({ businessCalendar }) => regionCode(businessCalendar.holidayRegion) || undefined,
  announceDelay: ({ announce }) => announce.delayDays,
  preferredWeekdays: ({ announce }) =>
    announce.preferredWeekdays.length > 0 ? announce.preferredWeekdays : undefined,
  preferredTime: ({ announce }) => announce.preferredTime ?? undefined,
  avoidHolidays: ({ announce }) => announce.avoidHolidays,
  secondApproval: ({ announce }) => announce.secondApproval,
  embargo: ({ embargo }) => embargo.longestDays,
  backports: ({ backports }) => backports.lines,
  olderMinors: ({ backports }) => backports.olderMinors,
  releaseKinds: ({ releaseKinds }) => releaseKinds,
  completeInItself: ({ reportMustHave }) => reportMustHave.completeInItself,
  oneVulnerability: ({ reportMustHave }) => reportMustHave.oneVulnerability,
  encryptionKey: ({ channels }) => channels.encryptionKeyUrl ?? undefined,
  plainContact: ({ channels }) => channels.plainContact ?? undefined,
  feedback: ({ feedback }) => feedback ?? undefined,
}

/** What the policy in force says about a part that has one value; undefined when it says nothing. */
export const valueInForce = <Name extends Part>(
  part: Name,
  terms: PolicyTerms,
): PartValues[Name] | undefined => (inForce[part] as OnePart[Name] | undefined)?.(terms)
