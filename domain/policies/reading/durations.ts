/** A span of time as a text says it. `hours` counts a business day as 24 business hours, as policies do. */
export interface Duration {
  hours: number
  counting: 'calendar' | 'business'
  /** Where it stands in the text. */
  from: number
  to: number
}

const units = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]
const tens: Readonly<Record<string, number>> = {
  fourteen: 14,
  fifteen: 15,
  twenty: 20,
  'twenty-four': 24,
  thirty: 30,
  'forty-eight': 48,
  'forty-five': 45,
  sixty: 60,
  'seventy-two': 72,
  ninety: 90,
  'a couple of': 2,
  a: 1,
  an: 1,
}
const numberOf = (word: string): number => {
  const plain = word
    .toLowerCase()
    .replace(/^(\w+) (\w+)$/, (both, left, right) => (both in tens ? both : `${left}-${right}`))
  const small = units.indexOf(plain)
  return small >= 0 ? small + 1 : (tens[plain] ?? Number(plain.replace(',', '.')))
}

const numbers = `\\d{1,4}(?:[.,]\\d)?|a couple of|twenty[- ]four|forty[- ]eight|forty[- ]five|seventy[- ]two|fourteen|fifteen|twenty|thirty|sixty|ninety|${units.join('|')}|an?`
const pattern = new RegExp(
  `(?<![\\w.#-])(${numbers})(?: ?\\( ?\\d{1,4} ?\\))?(?: ?(?:-|–|—|to|or|/) ?(${numbers})(?: ?\\( ?\\d{1,4} ?\\))?)?[ -]?` +
    '((?:(?:full|whole|consecutive|calendar|regular|standard|normal|business|working|work|week|trading)[- ]?){0,2})' +
    '(hours?|hrs?|h|days?|d|weeks?|wks?|weekdays?|workdays?|fortnights?|months?|years?)(?![\\w])',
  'gi',
)
const phrases: Array<[RegExp, number, Duration['counting']]> = [
  [/\b(?:the )?next (?:business|working) day\b/gi, 24, 'business'],
  [/\b(?:the )?same (?:business|working) day\b/gi, 24, 'business'],
  [/\b(?:the )?(?:same|next) day\b/gi, 24, 'calendar'],
]
const businessAfter =
  /^ ?,? ?\(?(?:(?:on|during|in|of|counted in) (?:regular |normal )?(?:business|working|week) ?(?:days?|hours?)|(?:business|working) (?:days?|hours?)\)|(?:excluding|excepting|except|excl\.|not counting|not including|without|outside of) (?:for )?(?:[\w]+ ){0,3}?weekends?)/i
const hoursIn: Readonly<Record<string, number>> = { h: 1, d: 24, w: 168, f: 336, m: 720, y: 8760 }

/** Every span of time in a text, in order; of a range its longer end: "24–48 hours", "two business days", "a week". */
export function durationsIn(text: string): Duration[] {
  const found: Duration[] = []
  for (const match of text.matchAll(pattern)) {
    const [whole, first = '', second, adjectives = '', unit = ''] = match
    const word = unit.toLowerCase()
    const amount = numberOf(second ?? first)
    const isWorking =
      /business|working|work|week[- ]?$|trading/i.test(adjectives) || /^(?:week|work)days?$/.test(word)
    // "a day" or "a month" alone is how often rather than how long; "24x7" and "v2 d" are no spans.
    if (!Number.isFinite(amount) || amount === 0 || (word.length === 1 && !/\d/.test(whole))) continue
    const isWeek = /^(?:weeks?|wks?)$/.test(word)
    const hoursEach =
      isWeek && isWorking
        ? 120
        : word.startsWith('work') || word.startsWith('weekd')
          ? 24
          : hoursIn[word[0]!]!
    const to = match.index + whole.length
    const isBusiness = isWorking || businessAfter.test(text.slice(to, to + 80))
    found.push({
      hours: Math.round(amount * hoursEach),
      counting: isBusiness ? 'business' : 'calendar',
      from: match.index,
      to,
    })
  }
  for (const [phrase, hours, counting] of phrases)
    for (const match of text.matchAll(phrase)) {
      const place = { from: match.index, to: match.index + match[0].length }
      if (!found.some(({ from, to }) => from < place.to && to > place.from))
        found.push({ hours, counting, ...place })
    }
  return found.sort((a, b) => a.from - b.from)
}

/** A span in whole days, rounded up. */
export const daysOf = ({ hours }: Pick<Duration, 'hours'>): number => Math.max(1, Math.ceil(hours / 24))
