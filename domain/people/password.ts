import { ok, type Result } from '@/lib/result'
import { textLength } from '@/lib/text'
import { refuseBecause, type Refusal } from '@/domain/cases/refusal'

export const passwordLength = { min: 12, max: 256 } as const

/** A name a password is compared with loses everything but letters and digits. */
const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/**
 * Long enough, not endless, and not the address itself or one character over and over. No rules on kinds of characters:
 * they make passwords worse (NIST SP 800-63B, 5.1.1.2).
 */
export function checkPassword(password: string, email: string): Result<string, Refusal> {
  const length = textLength(password)
  if (length < passwordLength.min)
    return refuseBecause(
      'too_short',
      `Use at least ${passwordLength.min} characters. A few words in a row are fine.`,
    )
  if (length > passwordLength.max)
    return refuseBecause('too_long', `Use at most ${passwordLength.max} characters.`)
  const [local = ''] = email.split('@')
  const plain = bare(password)
  if (plain !== '' && (plain === bare(email) || plain === bare(local)))
    return refuseBecause('is_address', 'Do not use your mail address. Choose something nobody can look up.')
  if (new Set(password).size < 4)
    return refuseBecause('too_uniform', 'Use more different characters. A few words in a row are fine.')
  return ok(password)
}
