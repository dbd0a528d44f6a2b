import { numberOf, numberPattern } from './number-words'

/** A span of time as a text says it. `hours` counts a business day as 24 business hours, as policies do. */
export interface Duration {
  hours: number
  counting: 'calendar' | 'business'
  /** False where the words leave room: "a couple of", "the next day", a number in brackets that says something else. */
  isExact: boolean
  /** Where it stands in the text. */
  from: number
  to: number
}

const bracketed = `(?: ?\\( ?(${numberPattern}) ?\\))?`
const unitPattern =
  'hours?|hrs?|h|days?|d|weeks?|wks?|weekdays?|workdays?|b\\.?d\\.?s?|fortnights?|months?|years?|stunden?|std|tag(?:e|en|s)?|(?:werk|arbeits)tag(?:e|en|s)?|wochen?|monat(?:e|en|s)?|jahr(?:e|en|s)?'
// "Two US business days": whose days they are makes no difference to their number.
const whose =
  '(?:(?!hour|day|week|month|or\\b|to\\b|and\\b)[a-z.]{2,12}[- ](?=(?:business|working|work)\\b))?'
const pattern = new RegExp(
  // After a hyphen only when it ends a span of its own: "24h-48h", but not "sha-256".
  `(?<![\\w.#]|\\d,|(?<!\\d ?(?:h|hrs|hours|d|days|weeks))-)(${numberPattern})${bracketed}(?: ?(-|–|—|to|or|bis|/) ?(${numberPattern})${bracketed})?[ -]?` +
    `((?:${whose}(?:full|whole|consecutive|calendar|regular|standard|normal|business|working|work|week|trading)[- ]?){0,2})` +
    `(${unitPattern})(?![\\w])`,
  'gi',
)
const unitWords =
  /hour|hr|\dh|\d h|day|\dd|\d d|week|wk|b\.?d|fortnight|month|year|stunde|std|tag|woche|monat|jahr/i
const phrases: Array<[RegExp, number, Duration['counting']]> = [
  [/\b(?:the )?next (?:business|working) day\b/gi, 24, 'business'],
  [/\b(?:the )?same (?:business|working) day\b/gi, 24, 'business'],
  [/\b(?:the )?(?:same|next) day\b/gi, 24, 'calendar'],
]
const each = /(?<=\b(?:every|each|per) )(other |single )?(business |working )?(day|week|fortnight|month)\b/gi
const often = /\b(?:a|per|each) (?:day|week|month|year)\b/i
const businessAfter =
  /^ ?,? ?\(?(?:(?:on|during|in|of|counted in) (?:regular |normal )?(?:business|working|week) ?(?:days?|hours?)|(?:business|working) (?:days?|hours?)\)|(?:excluding|excepting|except|excl\.|not counting|not including|without|outside of) (?:for )?(?:[\w]+ ){0,3}?weekends?|weekends? (?:\w+ ){0,3}(?:excluded|excepted|not included|(?:do|does) not count)|mon(?:day)?s? ?(?:-|–|to|through) ?fri(?:day)?s?\b)/i
const hoursIn: Readonly<Record<string, number>> = {
  h: 1,
  s: 1,
  d: 24,
  t: 24,
  b: 24,
  w: 168,
  f: 336,
  m: 720,
  y: 8760,
  j: 8760,
}
const isBusinessUnit = (word: string) => /^(?:weekd|workd|b\.?d|werk|arbeits)/.test(word)

/** Could there be a span of time in a text? A quick look that spares most sentences the slow one. */
export const mayHaveSpan = (text: string): boolean => unitWords.test(text)

/** Every span of time in a text, in order; of a range its longer end: "24–48 hours", "two business days", "a week". */
export function durationsIn(text: string): Duration[] {
  if (!mayHaveSpan(text)) return []
  const found = [...writtenSpans(text), ...spokenSpans(text)].sort((a, b) => a.from - b.from)
  return rangesJoined(
    text,
    found.filter((span, index) => index === 0 || span.from >= found[index - 1]!.to),
  )
}

function writtenSpans(text: string): Duration[] {
  const found: Duration[] = []
  for (const match of text.matchAll(pattern)) {
    const [whole, first = '', firstAgain, joint, second, secondAgain, adjectives = '', unit = ''] = match
    const word = unit.toLowerCase()
    const amounts = [first, second].flatMap((one) => (one === undefined ? [] : [numberOf(one)]))
    const vague = /^ or (two|three|so)\b/i.exec(
      text.slice(match.index + whole.length, match.index + whole.length + 9),
    )?.[1]
    const amount = Math.max(...amounts, vague && vague !== 'so' ? numberOf(vague) : 0)
    const isWorking = /business|working|work|week[- ]?$|trading/i.test(adjectives) || isBusinessUnit(word)
    // "24x7" and "v2 d" are no spans.
    if (!Number.isFinite(amount) || amount === 0 || (word.length === 1 && !/\d/.test(whole))) continue
    const to = match.index + whole.length
    const before = text.slice(Math.max(0, match.index - 20), match.index)
    const after = text.slice(to, to + 80)
    // "24 hours a day", "three times a week", "twice a day" say how often.
    if (/^(?:h|d|t|st)/.test(word) && /^ (?:a|per|each|every) (?:day|week|month|year)\b/i.test(after))
      continue
    if (often.test(whole) && /\b(?:times|twice|hours?|days?) $/i.test(before)) continue
    const isWeek = /^(?:weeks?|wks?|wochen?)$/.test(word)
    const hoursEach = isWeek && isWorking ? 120 : isBusinessUnit(word) ? 24 : hoursIn[word[0]!]!
    const isExact =
      vague === undefined &&
      !/couple/i.test(whole) &&
      (firstAgain === undefined || numberOf(firstAgain) === amounts[0]) &&
      (secondAgain === undefined || numberOf(secondAgain) === amounts[1]) &&
      (joint === undefined || amounts[0]! <= amounts[1]!) &&
      // Of "7, 30 and 90 days" each number is about something else.
      (!/\d ?(?:,|\/|,? (?:and|or)) ?$/.test(before) || /\bbetween \d{1,4} and $/i.test(before))
    const isBusiness = isWorking || businessAfter.test(after)
    found.push({
      hours: Math.max(1, Math.round(amount * hoursEach)),
      counting: isBusiness ? 'business' : 'calendar',
      isExact,
      from: match.index,
      to,
    })
  }
  return found
}

function spokenSpans(text: string): Duration[] {
  const found: Duration[] = []
  for (const match of text.matchAll(each)) {
    const [whole, other, working, unit = ''] = match
    const hours = hoursIn[unit[0]!.toLowerCase()]! * (/other/i.test(other ?? '') ? 2 : 1)
    const place = { from: match.index, to: match.index + whole.length }
    found.push({ hours, counting: working ? 'business' : 'calendar', isExact: true, ...place })
  }
  for (const [phrase, hours, counting] of phrases)
    for (const match of text.matchAll(phrase)) {
      const place = { from: match.index, to: match.index + match[0].length }
      if (!found.some(({ from, to }) => from < place.to && to > place.from))
        found.push({ hours, counting, isExact: false, ...place })
    }
  return found
}

/** "24 hours to 48 hours" and "between one day and two days" are one span. */
function rangesJoined(text: string, spans: readonly Duration[]): Duration[] {
  const joined: Duration[] = []
  for (const span of spans) {
    const last = joined.at(-1)
    const between = last ? text.slice(last.to, span.from) : ''
    const isRange =
      last !== undefined &&
      (/^ ?(?:-|–|—|to|bis|\/) ?$/.test(between) ||
        (between === ' and ' && /\bbetween $/i.test(text.slice(Math.max(0, last.from - 10), last.from))))
    if (isRange && span.hours >= last.hours) joined[joined.length - 1] = { ...span, from: last.from }
    else joined.push(span)
  }
  return joined
}

/** A span in whole days, rounded up. */
export const daysOf = ({ hours }: Pick<Duration, 'hours'>): number => Math.max(1, Math.ceil(hours / 24))
