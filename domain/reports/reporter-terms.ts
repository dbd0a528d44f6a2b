import { Temporal } from 'temporal-polyfill'
import { dayMs, earliest, plusMs, toInstant, type Instant } from '@/lib/instant'
import { ok, type Result } from '@/lib/result'
import type { CreditRole } from '@/domain/advisories/credit-ledger'
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

/** name: by the name, the handle, or both. anonymous: credited as anonymous. none: not mentioned at all. */
export type CreditWish =
  | {
      as: 'name'
      /** At least one of name and handle is there. */
      name: string | null
      handle: string | null
      link: string | null
      roles: readonly CreditRole[]
    }
  | { as: 'anonymous'; roles: readonly CreditRole[] }
  | { as: 'none' }

/** What a reporter may say they did, in the words of the credit ledger; who coordinates or reviews is known to the team. */
export const reporterRoles = [
  'finder',
  'reporter',
  'analyst',
  'remediation_developer',
  'remediation_verifier',
  'sponsor',
  'other',
] as const satisfies readonly CreditRole[]

/** The instant so many days after the report arrived. A day is 24 hours, so that both sides count the same. */
export const daysAfterReport = (receivedAt: Instant, days: number): Instant =>
  plusMs(receivedAt, days * dayMs)

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
export function creditName(wish: CreditWish): string | null {
  if (wish.as !== 'name') return wish.as === 'anonymous' ? 'Anonymous' : null
  const { name, handle } = wish
  return name !== null && handle !== null ? `${name} (${handle})` : (name ?? handle)
}
