import { epochMs, type Instant } from '@/lib/instant'
import { readCrockford, toCrockford } from '@/lib/crockford'

const length = 8

/** Random bytes an id needs (40 bits). */
export const publicIdBytes = 5

/** The one form of an advisory's public id. */
export const publicIdPattern = /^DDA-\d{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/

const written = (year: string, code: string) => `DDA-${year}-${code.slice(0, 4)}-${code.slice(4)}`

/**
 * An advisory's public id: `DDA-2026-7K3Q-X9AB`, the UTC year and 40 random bits. Random, because a number counted up would
 * tell outsiders how many advisories are being prepared.
 */
export const publicAdvisoryId = (assignedAt: Instant, randomBytes: Uint8Array): string =>
  written(String(new Date(epochMs(assignedAt)).getUTCFullYear()), toCrockford(randomBytes, length))

/** An id as somebody typed it or put it in a URL, in its one form; null when it is none. */
export function readPublicAdvisoryId(typed: string): string | null {
  const [, year, rest] = /^\s*dda[\s-]+(\d{4})[\s-]+(\S.*?)\s*$/i.exec(typed) ?? []
  const code = rest === undefined ? null : readCrockford(rest)
  return year === undefined || code?.length !== length ? null : written(year, code)
}
