import { calendarKindLabel, type CalendarKind } from '@/domain/cases/calendar-kinds'
import type { Instant } from '@/lib/instant'

const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options })
const monthFormat = format({ month: 'long', year: 'numeric' })
const dayFormat = format({ weekday: 'long', day: 'numeric', month: 'long' })

/** `November 2026` of `2026-11`. */
export const monthWords = (month: string): string => monthFormat.format(new Date(`${month}-01T00:00:00Z`))

/** `Wednesday 25 November` of `2026-11-25`. */
export const dayWords = (day: string): string => dayFormat.format(new Date(`${day}T00:00:00Z`))

/** `22:00` in a time zone. */
export const timeWords = (at: Instant, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(at),
  )

/** A promise that was due before `now` and still stands open is overdue; the other dates merely pass. */
export const isOverdue = ({ kind, at }: { kind: CalendarKind; at: Instant }, now: Instant): boolean =>
  kind === 'promise' && at < now

export const entryWords = (entry: { kind: CalendarKind; at: Instant }, now: Instant): string =>
  isOverdue(entry, now) ? 'Promise overdue' : calendarKindLabel[entry.kind]
