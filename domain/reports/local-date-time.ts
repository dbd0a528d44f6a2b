import { Temporal } from 'temporal-polyfill'
import type { Instant } from '@/lib/instant'

/** An instant as a form's local date and time in a zone, `2027-03-01T09:00`; what `localInstant` reads back. */
export const localDateTime = (at: Instant, timeZone: string): string =>
  Temporal.Instant.from(at)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
