import type { PolicyTerms, Span } from '../terms'

/** What each part of a policy may hold once read. `null` for a time: said, but without a number. */
export interface PartValues {
  acknowledge: Span | null
  respond: PolicyTerms['respond']
  keepInformed: number | null
  silence: number
  mayPublish: boolean
  timeZone: string
  workingDays: number[]
  workingHours: { from: string; to: string }
  holidayRegion: string
  ownHolidays: string
  shutdowns: string
  announceDelay: number
  preferredWeekdays: number[]
  preferredTime: string
  avoidHolidays: boolean
  secondApproval: boolean
  embargo: number | null
  backports: PolicyTerms['backports']['lines']
  olderMinors: PolicyTerms['backports']['olderMinors']
  releaseKinds: PolicyTerms['releaseKinds']
  reportFields: PolicyTerms['reportMustHave']['fields'][number]
  completeInItself: boolean
  oneVulnerability: boolean
  inScope: string
  outOfScope: string
  unsafeByDesign: { behaviour: string; documentedAt: string | null }
  prohibitedTesting: string
  safeHarbourConditions: string
  safeHarbourPromise: string
  mail: string
  encryptionKey: string
  plainContact: string
  feedback: string
  supportedVersions: { versions: string; isSupported: boolean }
  fix: { hours: number; counting: Span['counting']; severity: string | null } | null
  holidaysExcluded: true
  reportOptional: 'reproduction' | 'suggested fix' | 'affected versions'
  thirdParty: true
  webForm: string
  privateReporting: string
  fingerprint: string
  credit: 'always' | 'on_request' | 'none'
  bounty: 'offered' | 'none'
}

export type Part = keyof PartValues

/**
 * `one`: the policy has one value, two are a contradiction. `many`: a list that grows with each finding. `told`: worth knowing, but
 * no field of the policy holds it; `elsewhere` says where it belongs.
 */
interface PartForm {
  name: string
  group: string
  kind: 'one' | 'many' | 'told'
  elsewhere?: string
}

const promises = 'When you answer'
const calendar = 'Working calendar'
const announcing = 'Announcing'
const fixes = 'Fixes'
const reports = 'Reports'
const harbour = 'Safe harbour'
const channels = 'Ways to reach you'
const rest = 'Everything else'

/** Every part that is looked for, in the order of the policy form. Source: the parts a policy of the desk has. */
export const policyParts: Readonly<Record<Part, PartForm>> = {
  acknowledge: { name: 'Acknowledge within', group: promises, kind: 'one' },
  respond: { name: 'Detailed response within', group: promises, kind: 'one' },
  keepInformed: { name: 'Keep the reporter informed', group: promises, kind: 'one' },
  silence: { name: 'Going on without an answer', group: promises, kind: 'one' },
  mayPublish: { name: 'Publishing when ignored', group: promises, kind: 'one' },
  timeZone: { name: 'Time zone', group: calendar, kind: 'one' },
  workingDays: { name: 'Working days', group: calendar, kind: 'one' },
  workingHours: { name: 'Working hours', group: calendar, kind: 'one' },
  holidayRegion: { name: 'Public holidays', group: calendar, kind: 'one' },
  holidaysExcluded: {
    name: 'Holidays do not count',
    group: calendar,
    kind: 'told',
    elsewhere: 'Choose the region whose public holidays count, or name the days, in the form below.',
  },
  ownHolidays: { name: 'Holidays of your own', group: calendar, kind: 'many' },
  shutdowns: { name: 'Shutdowns', group: calendar, kind: 'many' },
  announceDelay: { name: 'Wait before the announcement', group: announcing, kind: 'one' },
  preferredWeekdays: { name: 'Preferred days', group: announcing, kind: 'one' },
  preferredTime: { name: 'Preferred time', group: announcing, kind: 'one' },
  avoidHolidays: { name: 'Avoiding holidays', group: announcing, kind: 'one' },
  secondApproval: { name: 'Second approval', group: announcing, kind: 'one' },
  embargo: { name: 'Longest embargo', group: announcing, kind: 'one' },
  backports: { name: 'Where fixes go', group: fixes, kind: 'one' },
  olderMinors: { name: 'Older minor versions', group: fixes, kind: 'one' },
  releaseKinds: { name: 'What fixes ship as', group: fixes, kind: 'one' },
  supportedVersions: {
    name: 'Supported versions',
    group: fixes,
    kind: 'told',
    elsewhere: 'Keep them under Release lines, with the dates of their support.',
  },
  fix: {
    name: 'Time to a fix',
    group: fixes,
    kind: 'told',
    elsewhere: 'The desk runs no clock for fixes. Say it in the introduction if reporters should know.',
  },
  reportFields: { name: 'A report must have', group: reports, kind: 'many' },
  reportOptional: {
    name: 'A report may have',
    group: reports,
    kind: 'told',
    elsewhere: 'The report form asks for these anyway.',
  },
  completeInItself: { name: 'Complete in itself', group: reports, kind: 'one' },
  oneVulnerability: { name: 'One vulnerability each', group: reports, kind: 'one' },
  inScope: { name: 'In scope', group: reports, kind: 'many' },
  outOfScope: { name: 'Out of scope', group: reports, kind: 'many' },
  thirdParty: {
    name: 'Code of others',
    group: reports,
    kind: 'told',
    elsewhere: 'A case can be handed to whoever maintains the module. List it as out of scope if you like.',
  },
  unsafeByDesign: { name: 'Unsafe by design', group: reports, kind: 'many' },
  prohibitedTesting: { name: 'Prohibited testing', group: reports, kind: 'many' },
  safeHarbourConditions: { name: 'Conditions', group: harbour, kind: 'many' },
  safeHarbourPromise: { name: 'What you promise', group: harbour, kind: 'many' },
  mail: { name: 'Mail addresses', group: channels, kind: 'many' },
  encryptionKey: { name: 'OpenPGP key', group: channels, kind: 'one' },
  fingerprint: {
    name: 'Fingerprint of the key',
    group: channels,
    kind: 'told',
    elsewhere: 'Compare it with the key at the address you give.',
  },
  plainContact: { name: 'Contact without encryption', group: channels, kind: 'one' },
  webForm: {
    name: 'A form elsewhere',
    group: channels,
    kind: 'told',
    elsewhere: 'The report form of this desk takes its place.',
  },
  privateReporting: {
    name: 'Private reports on the code host',
    group: channels,
    kind: 'told',
    elsewhere: 'Keep it open or close it there; reports sent there do not start a clock here by themselves.',
  },
  feedback: { name: 'Suggestions about the policy', group: rest, kind: 'one' },
  credit: {
    name: 'Credit',
    group: rest,
    kind: 'told',
    elsewhere: 'Reporters here are credited unless they decline.',
  },
  bounty: {
    name: 'Payment',
    group: rest,
    kind: 'told',
    elsewhere: 'Say it in the introduction, or under out of scope, if reporters should know.',
  },
}

/** The parts in the order of the form. */
export const partNames = Object.keys(policyParts) as Part[]
