import { Temporal } from 'temporal-polyfill'
import { earliest, toInstant, type Instant } from '@/lib/instant'
import { ok, type Result } from '@/lib/result'
import { isTimeZone } from '@/domain/clocks/offset-periods'
import { refuseBecause, type Refusal } from '@/domain/cases/refusal'

/** What a reporter asks for. They may state and change it at any time. */
export interface ReporterTerms {
  /** When they publish on their own; null: no date. */
  disclosureAt: Instant | null
  /** The zone they stated it in; null exactly when there is no date. */
  disclosureTimeZone: string | null
  credit: CreditWish
}

/** name: by the name given. anonymous: credited as anonymous. none: not mentioned at all. */
export type CreditWish = { as: 'name'; name: string } | { as: 'anonymous' } | { as: 'none' }

/**
 * The instant of a local date and time as a form gives it (`2027-03-01T09:00`) in an IANA zone. A time that a clock change skips
 * is read as the same wait later; one that comes twice, as the first.
 */
export function localInstant(local: string, timeZone: string): Result<Instant, Refusal> {
  if (!isTimeZone(timeZone))
    return refuseBecause('zone', 'Pick a time zone from the list, e.g. Europe/Berlin.')
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(local))
    return refuseBecause('date', 'Write a date and a time, e.g. 2027-03-01 09:00.')
  try {
    return ok(toInstant(Temporal.PlainDateTime.from(local, { overflow: 'reject' }).toZonedDateTime(timeZone)))
  } catch {
    return refuseBecause('date', 'There is no such date. Check day and month.')
  }
}

/** When the first of the reporters publishes on their own; null when none has a date. */
export const reporterDeadline = (terms: readonly Pick<ReporterTerms, 'disclosureAt'>[]): Instant | null =>
  earliest(terms.flatMap((one) => one.disclosureAt ?? []))

/** How the credit is written, before the reporter's consent is asked; null: not at all. */
export const creditName = (wish: CreditWish): string | null =>
  wish.as === 'name' ? wish.name : wish.as === 'anonymous' ? 'Anonymous' : null
