import type { Part, PartValues } from './parts'

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`
const span = ({ hours, counting }: { hours: number; counting: 'calendar' | 'business' }) =>
  count(hours, counting === 'business' ? 'business hour' : 'hour')

const words: { [Name in Part]: (value: PartValues[Name]) => string } = {
  acknowledge: (value) => (value ? span(value) : 'as soon as possible, without a number'),
  respond: (value) =>
    value
      ? `${span(value)} from ${value.countedFrom === 'received' ? 'the report' : 'the acknowledgement'}`
      : 'not promised',
  keepInformed: (value) => (value === null ? 'without a number of days' : `every ${count(value, 'day')}`),
  silence: (value) => `after ${count(value, 'day')} of silence`,
  mayPublish: (value) => (value ? 'reporters may publish when the promises are broken' : 'reporters may not'),
  timeZone: (value) => value,
  workingDays: (value) => value.map((day) => weekdays[day - 1]).join(', '),
  workingHours: ({ from, to }) => `${from} to ${to}`,
  holidayRegion: (value) => `public holidays of ${value}`,
  holidaysExcluded: () => 'holidays do not count, but which is not said',
  ownHolidays: (value) => value,
  shutdowns: (value) => value,
  announceDelay: (value) =>
    value === 0 ? 'once the fix is released' : `at least ${count(value, 'day')} after the last patch release`,
  preferredWeekdays: (value) => value.map((day) => weekdays[day - 1]).join(', '),
  preferredTime: (value) => value,
  avoidHolidays: (value) => (value ? 'announcements avoid holidays' : 'holidays are not avoided'),
  secondApproval: (value) => (value ? 'a second maintainer approves' : 'nobody else approves'),
  embargo: (value) => (value === null ? 'none promised' : count(value, 'day')),
  backports: (value) =>
    value === 'every_supported' ? 'every supported release line' : 'the newest release line only',
  olderMinors: (value) => (value === 'on_request' ? 'on request, when shown to be needed' : 'never'),
  releaseKinds: (value) => `${value.join(' or ')} releases`,
  supportedVersions: ({ versions, isSupported }) =>
    `${versions}: ${isSupported ? 'supported' : 'not supported'}`,
  fix: (value) => (value ? `${value.severity ? `${value.severity}: ` : ''}${span(value)}` : 'not promised'),
  reportFields: (value) =>
    `a${value === 'impact' ? 'n impact' : ` ${value}`}`.replace('an impact', 'the impact'),
  reportOptional: (value) => value,
  completeInItself: (value) => (value ? 'more than a link or an attachment' : 'not asked'),
  oneVulnerability: (value) => (value ? 'one vulnerability in each report' : 'not asked'),
  inScope: (value) => value,
  outOfScope: (value) => value,
  thirdParty: () => 'goes to whoever maintains it',
  unsafeByDesign: ({ behaviour, documentedAt }) =>
    documentedAt === null
      ? `${behaviour} (where it is documented is missing: the form will ask for it)`
      : `${behaviour} (documented at ${documentedAt})`,
  prohibitedTesting: (value) => value,
  safeHarbourConditions: (value) => value,
  safeHarbourPromise: (value) => value,
  mail: (value) => value,
  encryptionKey: (value) => value,
  fingerprint: (value) => value.replace(/(.{4})(?=.)/g, '$1 '),
  plainContact: (value) => value,
  webForm: (value) => value,
  privateReporting: (value) => value,
  feedback: (value) => value,
  credit: (value) =>
    ({ always: 'credited, unless declined', on_request: 'credited on request', none: 'no credit' })[value],
  bounty: (value) => (value === 'offered' ? 'payment is offered' : 'no payment'),
}

/** A value of a part as a person reads it. */
export const valueInWords = <Name extends Part>(part: Name, value: PartValues[Name]): string =>
  words[part](value)
