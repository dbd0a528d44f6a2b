import { isTimeZone } from '@/domain/clocks/offset-periods'
import { offeredTimeZones } from '@/lib/time-zones'
import { contextOf, finding, type Finding } from './finding'
import type { Sentence } from './sentences'

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
export const weekdayPattern = '(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|satur|sat|sun)(?:day)?s?'
const run = new RegExp(`\\b${weekdayPattern} ?(?:-|–|—|to|through|until|till) ?${weekdayPattern}\\b`, 'i')
const one = new RegExp(`\\b${weekdayPattern}\\b`, 'gi')
const indexOf = (name: string) => weekdays.indexOf(name.slice(0, 3).toLowerCase())

/** ISO weekdays a text names: a run ("Monday to Friday") or one by one. */
export function weekdaysIn(text: string): number[] {
  const found = run.exec(text)
  if (found) {
    const [from, to] = [indexOf(found[1]!), indexOf(found[2]!)]
    const days = Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, step) => ((from + step) % 7) + 1)
    const rest = weekdaysIn(text.slice(0, found.index) + ' … ' + text.slice(found.index + found[0].length))
    return [...new Set([...days, ...rest])].sort()
  }
  return [
    ...new Set(
      [...text.matchAll(one)]
        .filter(([whole]) => /day/i.test(whole) || /^[A-Z]/.test(whole))
        .map(([, name]) => indexOf(name!) + 1),
    ),
  ].sort()
}

const clock = '(\\d{1,2})(?::(\\d\\d))? ?(am|pm|a\\.m\\.|p\\.m\\.|h)?'
const hours = new RegExp(
  `\\b(?:from |between )?${clock} ?(?:-|–|—|to|until|till|and) ?${clock}(?![\\d:])`,
  'i',
)

/** A time of day as `09:30`; null when it is none. */
export function timeOfDay(hour: string, minute: string | undefined, half: string | undefined): string | null {
  let number = Number(hour)
  if (/^p/i.test(half ?? '') && number < 12) number += 12
  if (/^a/i.test(half ?? '') && number === 12) number = 0
  return number > 23 ? null : `${String(number).padStart(2, '0')}:${minute ?? '00'}`
}

const zoneNames =
  /\b(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/[A-Z][A-Za-z_]{1,30}(?:\/[A-Z][A-Za-z_]{1,30})?/g
// Abbreviations and cities stand for more than one zone: a person confirms these.
const loose: ReadonlyArray<[RegExp, string]> = [
  [/\b(?:CES?T|Central European (?:Summer )?Time)\b/, 'Europe/Berlin'],
  [/\b(?:E[SD]?T|Eastern(?: (?:Standard|Daylight))?(?: Time)?|US Eastern)\b/, 'America/New_York'],
  [/\b(?:C[SD]T|US Central|Central Time)\b/, 'America/Chicago'],
  [/\b(?:M[SD]T|Mountain(?: (?:Standard|Daylight))? Time)\b/, 'America/Denver'],
  [/\b(?:P[SD]?T|Pacific(?: (?:Standard|Daylight))?(?: Time)?)\b/, 'America/Los_Angeles'],
  [/\b(?:BST|GMT|UK time)\b/, 'Europe/London'],
  [/\bJST\b/, 'Asia/Tokyo'],
  [/\bIST\b/, 'Asia/Kolkata'],
  [/\bAE[SD]T\b/, 'Australia/Sydney'],
  [/\bEES?T\b/, 'Europe/Helsinki'],
]
const cities = new Map(
  offeredTimeZones
    .filter((zone) => zone.includes('/'))
    .map((zone) => [zone.split('/').at(-1)!.replaceAll('_', ' ').toLowerCase(), zone]),
)
const cityNames = [...cities.keys()].join('|')
const cityTime = new RegExp(`\\b(?:(${cityNames})(?: local)? time|time ?zone:? (${cityNames}))\\b`, 'i')

function zoneFindings(sentence: Sentence): Finding[] {
  const { text } = sentence
  const named = [...text.matchAll(zoneNames)].map(([zone]) => zone).filter(isTimeZone)
  if (named.length > 0) return named.map((zone) => finding(sentence, 'timeZone', zone))
  if (!/\b(?:time ?zone|hours?|time|\d{1,2}:\d\d|am|pm|weekdays?|days)\b/i.test(text)) return []
  if (/\bUTC\b(?! ?[+-]\d)/.test(text)) return [finding(sentence, 'timeZone', 'UTC')]
  const offset = /\b(?:UTC|GMT) ?([+-]) ?(\d{1,2})(?::?00)?\b/.exec(text)
  if (offset && Number(offset[2]) <= 12)
    return [
      finding(sentence, 'timeZone', `Etc/GMT${offset[1] === '+' ? '-' : '+'}${Number(offset[2])}`, 'likely'),
    ]
  const city = cityTime.exec(text)
  const zone = cities.get((city?.[1] ?? city?.[2] ?? '').toLowerCase())
  if (zone) return [finding(sentence, 'timeZone', zone, 'likely')]
  const short = loose.find(([word]) => word.test(text))
  return short ? [finding(sentence, 'timeZone', short[1], 'likely')] : []
}

let codes: Map<string, string> | undefined
/** Countries by their English name, in lower case. */
function countryCodes(): Map<string, string> {
  if (codes) return codes
  codes = new Map([
    ['usa', 'US'],
    ['u.s.', 'US'],
    ['uk', 'GB'],
    ['england', 'GB'],
    ['the netherlands', 'NL'],
    ['holland', 'NL'],
  ])
  const names = new Intl.DisplayNames(['en'], { type: 'region' })
  for (let first = 65; first <= 90; first++)
    for (let second = 65; second <= 90; second++) {
      const code = String.fromCharCode(first, second)
      const name = names.of(code)
      if (name && name !== code) codes.set(name.toLowerCase(), code)
    }
  return codes
}

function holidayFindings(sentence: Sentence): Finding[] {
  const { text } = sentence
  if (!/\bholidays?\b|\bvacation\b|\bshut ?down|\bclosed\b|\baway\b/i.test(text)) return []
  const found: Finding[] = []
  const region = /\bholidays\b[^.]{0,60}\(([A-Z]{2}(?:-[A-Z0-9]{1,6})?)\)/.exec(text)?.[1]
  const country = region
    ? undefined
    : /\bholidays? (?:in|of|observed in) (?:the )?((?:U\.S\.|[A-Z][A-Za-z]+)(?: [A-Z][a-z]+)?)/.exec(
        text,
      )?.[1]
  const adjective = /\b(US|U\.S\.|UK) (?:federal |public |bank |national )?holidays?/.exec(text)?.[1]
  const code = region ?? countryCodes().get((country ?? adjective ?? '').toLowerCase())
  if (code) found.push(finding(sentence, 'holidayRegion', code, region ? 'sure' : 'likely'))
  const span = /(\d{4}-\d\d-\d\d) ?(?:to|–|-|…|until|through) ?(\d{4}-\d\d-\d\d):? ?([^.]{0,200})/.exec(text)
  const day = span ? null : /^(\d{4}-\d\d-\d\d):? ([^.]{1,200})\.?$/.exec(text)
  if (span)
    found.push(finding(sentence, 'shutdowns', `${span[1]} … ${span[2]} ${span[3]!.trim() || 'Shutdown'}`))
  else if (day) found.push(finding(sentence, 'ownHolidays', `${day[1]} ${day[2]!.trim()}`))
  if (
    !code &&
    /\bholidays?\b/i.test(text) &&
    /\b(?:except\w*|exclud\w+|not (?:count|includ)\w*|outside|do(?:es)? not|longer|delay\w*|slower|without)\b/i.test(
      text,
    )
  )
    found.push(finding(sentence, 'holidaysExcluded', true))
  return found
}

const listedDay = /^(\d{4}-\d\d-\d\d):? (.{1,200}?)\.?$/
const listedSpan = /^(\d{4}-\d\d-\d\d) ?(?:to|–|-|…|until|through) ?(\d{4}-\d\d-\d\d):? (.{1,200}?)\.?$/

/** Days of a list under a heading or a lead about holidays. */
function listedDays(sentence: Sentence): Finding[] {
  if (sentence.kind !== 'item' || !/holiday|shut ?down|closed|away|vacation/.test(contextOf(sentence)))
    return []
  const span = listedSpan.exec(sentence.text)
  if (span) return [finding(sentence, 'shutdowns', `${span[1]} … ${span[2]} ${span[3]}`)]
  const day = listedDay.exec(sentence.text)
  return day ? [finding(sentence, 'ownHolidays', `${day[1]} ${day[2]}`)] : []
}

/** When the team works: zone, days, hours, holidays, days away. */
export function readCalendar(sentences: readonly Sentence[]): Finding[] {
  return sentences.flatMap((sentence) => {
    if (sentence.kind === 'code') return []
    const listed = listedDays(sentence)
    if (listed.length > 0) return listed
    const { text } = sentence
    const found = holidayFindings(sentence)
    const isAboutWork =
      /\b(?:business|working|office|work|support) (?:hours?|days?|time)\b|\bwe work\b|\bavailable\b|\bworking week\b|\bweekdays\b/i
    if (
      !isAboutWork.test(text) &&
      !(isAboutWork.test(contextOf(sentence)) && run.test(text)) &&
      !/\btime ?zone\b/i.test(text)
    )
      return found
    if (/\b(?:announce|publish|advisor|release)/i.test(text)) return found
    found.push(...zoneFindings(sentence))
    const days = weekdaysIn(text)
    if (days.length > 0) found.push(finding(sentence, 'workingDays', days))
    const time = hours.exec(text)
    if (
      time &&
      (time[2] !== undefined || time[3] !== undefined || time[6] !== undefined || days.length > 0)
    ) {
      const from = timeOfDay(time[1]!, time[2], time[3])
      // "9 to 5" means the afternoon.
      const late = Number(time[4]) < Number(time[1]) && !time[6] ? 'pm' : time[6]
      const to = timeOfDay(time[4]!, time[5], late)
      if (from && to && from < to) found.push(finding(sentence, 'workingHours', { from, to }))
    }
    return found
  })
}
