import { localInstant } from '@/domain/reports/reporter-terms'
import { toInstant, type Instant } from '@/lib/instant'
import { optionalShortText, shortText } from '@/lib/text'
import { invalid } from '@/server/kernel/problem'

/** Fields of an instant: ISO 8601 with an offset, or a local date and time with its zone beside it (UTC when left out). */
export const instantText = shortText(40, 'Pick a date and a time.')
export const zoneText = optionalShortText(64)

const hasOffset = /(?:Z|[+-]\d\d:?\d\d)$/

/** The instant the two fields name; throws invalid at `name`, or at `name` + `Zone`. */
export function givenInstant(text: string, zone: string | null, name: string): Instant {
  if (hasOffset.test(text)) {
    const instant = Number.isNaN(Date.parse(text)) ? null : toInstant(text)
    // Years of more than four digits are written another way, which neither compares nor stores as an instant.
    if (instant === null || !/^[1-9]\d{3}-/.test(instant))
      throw invalid({ [name]: ['Write a date and a time, such as 2026-11-20T14:30Z.'] })
    return instant
  }
  const instant = localInstant(text.replace(' ', 'T'), zone ?? 'UTC')
  if (!instant.ok)
    throw invalid({ [instant.refusal.code === 'zone' ? `${name}Zone` : name]: [instant.refusal.reason] })
  return instant.value
}
