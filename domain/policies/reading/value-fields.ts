import type { Part, PartValues } from './parts'

type Fields = Record<string, string | string[]>

const span = (name: string, value: { hours: number; counting: string } | null): Fields =>
  value === null
    ? { [`${name}.hours`]: '', [`${name}.counting`]: 'none' }
    : { [`${name}.hours`]: String(value.hours), [`${name}.counting`]: value.counting }
const ticked = (name: string, isTicked: boolean): Fields => ({ [name]: isTicked ? ['on'] : [] })
const number = (name: string, value: number | null): Fields => ({
  [name]: value === null ? '' : String(value),
})

const ones: { [Name in Part]?: (value: PartValues[Name]) => Fields } = {
  acknowledge: (value) => span('acknowledge', value),
  respond: (value) => ({
    ...span('respond', value),
    ...(value && { 'respond.countedFrom': value.countedFrom }),
  }),
  keepInformed: (value) => number('keepInformedEveryDays', value),
  silence: (value) => number('silenceDays', value),
  mayPublish: (value) => ticked('reporterMayPublishIfIgnored', value),
  timeZone: (value) => ({ 'businessCalendar.timeZone': value }),
  workingDays: (value) => ({ 'businessCalendar.workingDays': value.map(String) }),
  workingHours: ({ from, to }) => ({
    'businessCalendar.workingHours.from': from,
    'businessCalendar.workingHours.to': to,
  }),
  holidayRegion: (value) => ({ 'businessCalendar.holidayRegion': value }),
  announceDelay: (value) => number('announce.delayDays', value),
  preferredWeekdays: (value) => ({ 'announce.preferredWeekdays': value.map(String) }),
  preferredTime: (value) => ({ 'announce.preferredTime': value }),
  avoidHolidays: (value) => ticked('announce.avoidHolidays', value),
  secondApproval: (value) => ticked('announce.secondApproval', value),
  embargo: (value) => number('embargo.longestDays', value),
  backports: (value) => ({ 'backports.lines': value }),
  olderMinors: (value) => ({ 'backports.olderMinors': value }),
  releaseKinds: (value) => ({ releaseKinds: value }),
  completeInItself: (value) => ticked('reportMustHave.completeInItself', value),
  oneVulnerability: (value) => ticked('reportMustHave.oneVulnerability', value),
  encryptionKey: (value) => ({ 'channels.encryptionKeyUrl': value }),
  plainContact: (value) => ({ 'channels.plainContact': value }),
  feedback: (value) => ({ feedback: value }),
}

/** The fields of the policy form that a value of a part fills. */
export const fieldsOfValue = <Name extends Part>(part: Name, value: PartValues[Name]): Fields =>
  (ones[part] as ((value: PartValues[Name]) => Fields) | undefined)?.(value) ?? {}

interface ListField {
  field: string
  /** How its entries are joined: a line each, a box each, or one text. */
  as: 'lines' | 'boxes' | 'text'
}

const lists: Partial<Record<Part, ListField>> = {
  ownHolidays: { field: 'businessCalendar.ownHolidays', as: 'lines' },
  shutdowns: { field: 'businessCalendar.shutdowns', as: 'lines' },
  reportFields: { field: 'reportMustHave.fields', as: 'boxes' },
  inScope: { field: 'scope.inScope', as: 'lines' },
  outOfScope: { field: 'scope.outOfScope', as: 'lines' },
  unsafeByDesign: { field: 'scope.unsafeByDesign', as: 'lines' },
  prohibitedTesting: { field: 'scope.prohibitedTesting', as: 'lines' },
  safeHarbourConditions: { field: 'safeHarbour.conditions', as: 'lines' },
  safeHarbourPromise: { field: 'safeHarbour.promise', as: 'text' },
  mail: { field: 'channels.mail', as: 'lines' },
}

/** The field a list of findings goes to; null for a part that is no list. */
export const listField = (part: Part): ListField | null => lists[part] ?? null

/** An entry of a list as the form writes it. */
export const entryOf = (value: unknown): string => {
  if (typeof value === 'string') return value
  const { behaviour, documentedAt } = value as PartValues['unsafeByDesign']
  return `${behaviour} | ${documentedAt ?? ''}`
}

/** The entries a list field holds. */
export function entriesOf({ field, as }: ListField, values: Readonly<Fields>): string[] {
  const held = values[field] ?? ''
  if (as === 'boxes') return Array.isArray(held) ? held : [held].filter(Boolean)
  const text = String(held)
  return (as === 'lines' ? text.split('\n') : [text]).map((line) => line.trim()).filter(Boolean)
}

/** The value of a list field with these entries. */
export const joined = ({ as }: ListField, entries: readonly string[]): string | string[] =>
  as === 'boxes' ? [...entries] : entries.join(as === 'lines' ? '\n' : ' ')
