import type { ComparedPolicy } from './changes-in-words'
import { promisesOf, type PolicyPromise } from './promises'
import type { BusinessCalendar } from './terms'

/** One part of a policy and everything it says, a sentence each. Every policy has every part, in one order. */
export interface PolicyPart {
  part: string
  sentences: string[]
}

const promiseParts: Array<[string, PolicyPromise['key'][]]> = [
  ['Acknowledgement', ['acknowledge']],
  ['Detailed response', ['respond']],
  ['Keeping informed', ['keep_informed', 'silence']],
  ['Announcement', ['announce']],
  ['Embargo', ['embargo']],
  ['Backports', ['backports', 'older_minors']],
  ['Release kinds', ['release_kinds']],
  ['Publishing when ignored', ['may_publish']],
]

const fieldSaid = {
  description: 'A report describes the problem.',
  impact: 'A report says what the problem does to users.',
  contact: 'A report says how to reach its reporter.',
}

const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** Everything a policy version says, for comparing two of them. */
export function partsInWords({ terms, introduction }: ComparedPolicy): PolicyPart[] {
  const promises = promisesOf(terms)
  const part = (name: string, ...sentences: Array<string | null | false>): PolicyPart => ({
    part: name,
    sentences: sentences.filter((sentence) => typeof sentence === 'string' && sentence !== '') as string[],
  })
  const { announce, scope, channels, reportMustHave, safeHarbour } = terms
  return [
    ...promiseParts.map(([name, keys]) => part(name, ...textsOf(promises, keys))),
    part(
      'Announcing with care',
      announce.avoidHolidays && 'Announcements avoid holidays and shutdowns.',
      announce.secondApproval && 'A second maintainer approves every advisory.',
    ),
    ...calendarParts(terms.businessCalendar),
    part(
      'What a report must have',
      ...reportMustHave.fields.map((field) => fieldSaid[field]),
      reportMustHave.completeInItself && 'A report is complete in itself: more than a link or an attachment.',
      reportMustHave.oneVulnerability && 'A report is about one vulnerability.',
    ),
    part('In scope', ...scope.inScope),
    part('Out of scope', ...scope.outOfScope),
    part(
      'Unsafe by design',
      ...scope.unsafeByDesign.map(
        ({ behaviour, documentedAt }) => `${behaviour} (documented at ${documentedAt})`,
      ),
    ),
    part('Prohibited testing', ...scope.prohibitedTesting),
    part('Safe harbour', ...(safeHarbour ? [...safeHarbour.conditions, safeHarbour.promise] : [])),
    part('Mail addresses', ...channels.mail),
    part('Contact without encryption', channels.plainContact),
    part('Encryption key', channels.encryptionKeyUrl),
    part('Suggestions', terms.feedback),
    part('Introduction', introduction),
  ]
}

const textsOf = (promises: PolicyPromise[], keys: PolicyPromise['key'][]) =>
  promises.filter(({ key }) => keys.includes(key)).map(({ text }) => text)

function calendarParts(calendar: BusinessCalendar): PolicyPart[] {
  const { workingDays, workingHours, holidays, shutdowns } = calendar
  const days = weekdayNames.filter((_, index) => workingDays.includes(index + 1)).join(', ')
  return [
    { part: 'Time zone', sentences: [calendar.timeZone] },
    {
      part: 'Working time',
      sentences: [
        `${days}, ${workingHours ? `${workingHours.from} to ${workingHours.to}` : 'around the clock'}`,
      ],
    },
    { part: 'Holidays', sentences: holidays.map(({ date, name }) => `${date} ${name}`) },
    { part: 'Shutdowns', sentences: shutdowns.map(({ from, to, name }) => `${from} to ${to} ${name}`) },
  ]
}
