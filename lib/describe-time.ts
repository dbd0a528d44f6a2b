import { dayMs, epochMs, hourMs, minuteMs, msBetween, type Instant } from './instant'

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

/** Short name of a zone at that moment: `CET`, `EST`; where none is in use, its offset: `UTC+9`. */
export function zoneName(instant: Instant, zone: string): string {
  const at = epochMs(instant)
  let offset = 'UTC'
  for (const locale of localesThatNameZones) {
    const name = part(format(locale, zone, { timeZoneName: 'short' }).formatToParts(at), 'timeZoneName')
    if (!/^(GMT|UTC)[+-]/.test(name)) return name
    offset = name.replace('GMT', 'UTC').replace('-', '−')
  }
  return offset
}

/** `Wed 25 Nov, 22:00 CET`; with the year when it is not the year of `now` in that zone. */
export function absoluteTime(instant: Instant, zone: string, now: Instant): string {
  const { day, year, time } = writtenOut(instant, zone)
  return `${day}${year === writtenOut(now, zone).year ? '' : ` ${year}`}, ${time}`
}

interface WrittenOut {
  day: string
  year: string
  time: string
}
const written = new Map<string, WrittenOut>()
const mostWritten = 2_000

/** Asking the calendar of a zone is slow, and a page says the same few instants many times. */
function writtenOut(instant: Instant, zone: string): WrittenOut {
  const key = `${instant} ${zone}`
  let known = written.get(key)
  if (!known) {
    if (written.size >= mostWritten) written.clear()
    written.set(key, (known = writeOut(instant, zone)))
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
  return {
    day: `${part(parts, 'weekday')} ${part(parts, 'day')} ${part(parts, 'month')}`,
    year: part(parts, 'year'),
    time: `${part(parts, 'hour')}:${part(parts, 'minute')} ${zoneName(instant, zone)}`,
  }
}

/** A length of time in its largest whole unit, rounded down so that it never promises more: `12 min`, `47 h`, `3 days`. */
export function lengthOfTime(ms: number): string {
  const length = Math.abs(ms)
  if (length < minuteMs) return 'less than a minute'
  if (length < hourMs) return `${Math.floor(length / minuteMs)} min`
  if (length < 2 * dayMs) return `${Math.floor(length / hourMs)} h`
  return `${Math.floor(length / dayMs)} days`
}

/** A length of time to the minute, rounded down: `2 days 3 h 12 min`, `47 min`. */
export function exactLength(ms: number): string {
  const days = Math.floor(ms / dayMs)
  const hours = Math.floor((ms % dayMs) / hourMs)
  const minutes = Math.floor((ms % hourMs) / minuteMs)
  const parts = [
    ...(days > 0 ? [days === 1 ? '1 day' : `${days} days`] : []),
    ...(hours > 0 ? [`${hours} h`] : []),
    ...(minutes > 0 ? [`${minutes} min`] : []),
  ]
  return parts.join(' ') || 'less than a minute'
}

/** `in 5 h` or `5 h ago`, `just now` within a minute either way; of something due, `due in 5 h` or `5 h overdue`. */
export function relativeTime(instant: Instant, now: Instant, due = false): string {
  const left = msBetween(now, instant)
  if (!due && Math.abs(left) < minuteMs) return 'just now'
  const length = lengthOfTime(left)
  if (left < 0) return due ? `${length} overdue` : `${length} ago`
  return due ? `due in ${length}` : `in ${length}`
}
