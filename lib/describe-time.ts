import { dayMs, epochMs, hourMs, minuteMs, msBetween, type Instant } from './instant'
import { englishWords, fillIn, type TimeWords } from './ui-words'

const formats = new Map<string, Intl.DateTimeFormat>()
function format(locale: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${zone} ${Object.keys(options).join()}`
  let known = formats.get(key)
  if (!known) formats.set(key, (known = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone })))
  return known
}

const part = (parts: Intl.DateTimeFormatPart[], type: Intl.DateTimeFormatPartTypes): string =>
  parts.find((one) => one.type === type)?.value ?? ''

// No single locale knows the short names of all zones; each of these knows its own continent's.
const localesThatNameZones = ['en-GB', 'en-US', 'en-AU', 'en-NZ', 'en-IN', 'en-ZA']

/** Short name of a zone at that moment: `CET`, in German `MEZ`; where none is in use, its offset: `UTC+9`. */
export function zoneName(instant: Instant, zone: string, locale = 'en'): string {
  const at = epochMs(instant)
  let offset = 'UTC'
  for (const one of locale === 'en' ? localesThatNameZones : [locale, ...localesThatNameZones]) {
    const name = part(format(one, zone, { timeZoneName: 'short' }).formatToParts(at), 'timeZoneName')
    if (!/^(GMT|UTC)[+-]/.test(name)) return name
    offset = name.replace('GMT', 'UTC').replace('-', '−')
  }
  return offset
}

/** `25 Nov` in that zone: where there is no room for more. */
export const dayAndMonth = (instant: Instant, zone: string): string =>
  format('en-GB', zone, { day: 'numeric', month: 'short' }).format(epochMs(instant))

/** `Wed 25 Nov, 22:00 CET`; with the year when it is not the year of `now` in that zone. */
export function absoluteTime(instant: Instant, zone: string, now: Instant, locale = 'en'): string {
  const { day, dayOfYear, year, time } = writtenOut(instant, zone, locale)
  return `${year === writtenOut(now, zone, locale).year ? day : dayOfYear}, ${time}`
}

interface WrittenOut {
  day: string
  /** The day with its year. */
  dayOfYear: string
  year: string
  time: string
}
const written = new Map<string, WrittenOut>()
const mostWritten = 2_000

/** Asking the calendar of a zone is slow, and a page says the same few instants many times. */
function writtenOut(instant: Instant, zone: string, locale: string): WrittenOut {
  const key = `${instant} ${zone} ${locale}`
  let known = written.get(key)
  if (!known) {
    if (written.size >= mostWritten) written.clear()
    written.set(key, (known = locale === 'en' ? writeOut(instant, zone) : writeOutIn(locale, instant, zone)))
  }
  return known
}

function writeOut(instant: Instant, zone: string): WrittenOut {
  const parts = format('en-GB', zone, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(epochMs(instant))
  const day = `${part(parts, 'weekday')} ${part(parts, 'day')} ${part(parts, 'month')}`
  const year = part(parts, 'year')
  return {
    day,
    dayOfYear: `${day} ${year}`,
    year,
    time: `${part(parts, 'hour')}:${part(parts, 'minute')} ${zoneName(instant, zone)}`,
  }
}

/** Any other language in the order its own calendar writes: `Mi., 25. Nov. 2026`. */
function writeOutIn(locale: string, instant: Instant, zone: string): WrittenOut {
  const at = epochMs(instant)
  const day = { weekday: 'short', day: 'numeric', month: 'short' } as const
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  return {
    day: format(locale, zone, day).format(at),
    dayOfYear: format(locale, zone, { ...day, year: 'numeric' }).format(at),
    year: format(locale, zone, { year: 'numeric' }).format(at),
    time: `${format(locale, zone, clock).format(at)} ${zoneName(instant, zone, locale)}`,
  }
}

const inEnglish: Saying = { locale: 'en', time: englishWords.time }

/** The language that is spoken, and its words for time. */
export type Saying = { locale: string; time: TimeWords }

/** A length of time in its largest whole unit, rounded down so that it never promises more: `12 min`, `47 h`, `3 days`. */
export function lengthOfTime(ms: number, { locale, time }: Saying = inEnglish): string {
  const length = Math.abs(ms)
  if (length < minuteMs) return time.underAMinute
  if (length < hourMs) return fillIn(time.minutes, { n: Math.floor(length / minuteMs) })
  if (length < 2 * dayMs) return fillIn(time.hours, { n: Math.floor(length / hourMs) })
  return daysInWords(Math.floor(length / dayMs), { locale, time })
}

/** A length of time to the minute, rounded down: `2 days 3 h 12 min`, `47 min`. */
export function exactLength(ms: number, { locale, time }: Saying = inEnglish): string {
  const days = Math.floor(ms / dayMs)
  const hours = Math.floor((ms % dayMs) / hourMs)
  const minutes = Math.floor((ms % hourMs) / minuteMs)
  const parts = [
    ...(days > 0 ? [daysInWords(days, { locale, time })] : []),
    ...(hours > 0 ? [fillIn(time.hours, { n: hours })] : []),
    ...(minutes > 0 ? [fillIn(time.minutes, { n: minutes })] : []),
  ]
  return parts.join(' ') || time.underAMinute
}

const daysInWords = (days: number, { locale, time }: Saying): string =>
  fillIn(time.days[pluralRules(locale).select(days)] ?? time.days.other, { n: days })

// Made once per language: making them costs more than writing a page of times.
const rules = new Map<string, Intl.PluralRules>()
function pluralRules(locale: string): Intl.PluralRules {
  let known = rules.get(locale)
  if (!known) rules.set(locale, (known = new Intl.PluralRules(locale)))
  return known
}

/** `in 5 h` or `5 h ago`, `just now` within a minute either way; of something due, `due in 5 h` or `5 h overdue`. */
export function relativeTime(
  instant: Instant,
  now: Instant,
  due = false,
  saying: Saying = inEnglish,
): string {
  const left = msBetween(now, instant)
  const { time } = saying
  if (!due && Math.abs(left) < minuteMs) return time.justNow
  const length = lengthOfTime(left, saying)
  if (left < 0) return fillIn(due ? time.overdue : time.past, { length })
  return fillIn(due ? time.due : time.future, { length })
}
