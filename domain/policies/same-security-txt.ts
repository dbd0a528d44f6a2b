import { refuseBecause, type Refusal } from '@/domain/cases/refusal'
import { dayMs, plusMs, toInstant, type Instant } from '@/lib/instant'
import { ok, type Result } from '@/lib/result'

/** RFC 9116, section 2.5.5, advises less than a year ahead. */
const longestMs = 366 * dayMs

const fieldsOf = (text: string) =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#') && !/^expires:/i.test(line))

function expiryOf(text: string): Instant | null {
  const written = [...text.matchAll(/^expires:[ \t]*(\S+)[ \t]*\r?$/gim)].map(([, moment = '']) =>
    Date.parse(moment),
  )
  const [only] = written
  return written.length !== 1 || only === undefined || Number.isNaN(only) ? null : toInstant(only)
}

/**
 * May a signed security.txt be served in the place of the current one? Only while it has the same fields (its own expiry aside, and
 * comments) and has not expired. Worked case: signed with two contacts, the policy now names three → it says something else.
 */
export function sameSecurityTxt(
  signed: string,
  current: string,
  now: Instant,
): Result<{ expiresAt: Instant }, Refusal> {
  const expiresAt = expiryOf(signed)
  if (expiresAt === null)
    return refuseBecause('no_expiry', 'The signed security.txt says nowhere when it expires.')
  if (expiresAt <= now)
    return refuseBecause('expired', `The signed security.txt expired on ${expiresAt.slice(0, 10)}.`)
  if (expiresAt > plusMs(now, longestMs))
    return refuseBecause('too_long', 'The signed security.txt expires more than a year ahead.')
  const [theirs, ours] = [fieldsOf(signed), fieldsOf(current)]
  const missing = ours.find((line) => !theirs.includes(line))
  const extra = theirs.find((line) => !ours.includes(line))
  if (missing !== undefined)
    return refuseBecause('differs', `The signed security.txt lacks what the policy says: “${missing}”.`)
  if (extra !== undefined)
    return refuseBecause('differs', `The signed security.txt says what the policy does not: “${extra}”.`)
  return ok({ expiresAt })
}
